import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { COMPLETE_VENDOR } from '../../testing/builders/application.ts';
import { aDraft, aGrantedCase, aProposedCase, aSubmittedCase } from '../../testing/builders/cases.ts';
import { aWorld, okOf, type PersonName, type World } from '../../testing/builders/world.ts';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { secondScheme } from '../../testing/schemes.ts';
import { confirmDecision } from '../app/case/confirm-decision.ts';
import { proposeDecision } from '../app/case/propose-decision.ts';
import { withdrawProposal } from '../app/case/withdraw-proposal.ts';
import { loadScheme } from '../app/scheme/load-scheme.ts';
import type { Language } from '../core/kernel/text.ts';
import { caseHistory } from './case-history.ts';
import { caseList } from './case-list.ts';
import { caseShow } from './case-show.ts';
import type { ActCommand } from './command.ts';
import { labelShow } from './label-show.ts';

/** The lines a command prints in a language, typed by a person of the world. */
async function printed(
  { deps }: Pick<World, 'deps'>,
  command: ActCommand,
  typed: { readonly by: PersonName; readonly language: Language; readonly number?: string },
): Promise<readonly string[]> {
  const lines: string[] = [];
  const context = {
    ...{ deps, language: typed.language, json: false, directory: '/', schemeDirectory: '/', now: deps.clock.now },
    print: (line: string) => void lines.push(line),
    printError: (line: string) => assert.fail(line),
  };
  const positionals = typed.number === undefined ? [] : [typed.number];
  equal(await command.run(context, { positionals, values: { as: `${typed.by.toLowerCase()}@example.jp` } }), 0);
  return lines;
}

describe('what the command line says of cases', () => {
  eachDatabase((_kind, open) => {
    const listed = async (world: Pick<World, 'deps'>, language: Language): Promise<readonly (readonly string[])[]> =>
      (await printed(world, caseList, { by: 'officerA', language })).map((line) => line.split('\t').slice(2, 5));

    test('names level, vendor and product as readers of either language know them, or as they are', async () => {
      const world = await aWorld(await open());
      const { application } = await aSubmittedCase(world);
      const { 'product.name': name = '', 'product.nameEn': nameEn = '' } = application.answers;
      assert.notEqual(name, nameEn);
      equal(await listed(world, 'ja'), [['☆1', COMPLETE_VENDOR.name, name]]);
      equal(await listed(world, 'en'), [['☆1 (level 1)', 'Minato Networks Co., Ltd.', nameEn]]);
      await aDraft(world, { answers: { 'product.nameEn': '' } });
      equal((await listed(world, 'en'))[0], ['☆1 (level 1)', 'Minato Networks Co., Ltd.', name]);
    });

    test('names the level as the scheme version of the case does, whatever the scheme in force has', async () => {
      const world = await aWorld(await open());
      await aSubmittedCase(world);
      await aDraft(world);
      const deps = { ...world.deps, scheme: okOf(await loadScheme(world.deps, secondScheme)) };
      equal(
        (await listed({ deps }, 'ja')).map(([level]) => level),
        ['s1', '☆1'],
      );
    });

    test('tells of every proposal, withdrawal and decision which outcome it was about', async () => {
      const world = await aWorld(await open());
      const { deps, people } = world;
      const { id, applicationNumber: number } = await aProposedCase(world);
      const show = async (language: Language): Promise<string> =>
        (await printed(world, caseShow, { by: 'officerA', language, number })).join('\n');
      assert.match(await show('en'), /^Proposed: grant \(officerB, .*; to be confirmed\)$/m);
      okOf(await withdrawProposal(deps, people.officerB, { id, reason: '誤り' }));
      assert.doesNotMatch(await show('en'), /Proposed|Decided/);
      okOf(await proposeDecision(deps, people.officerB, { id, outcome: 'refuse', reason: '基準を満たさない' }));
      assert.match(await show('ja'), /^起案：付与しない（officerB、.*。承認待ち）$/m);
      okOf(await confirmDecision(deps, people.officerC, { id }));
      const decided = await show('ja');
      assert.match(decided, /^決定：付与しない（.*。起案はofficerB）$/m);
      equal(decided.split('基準を満たさない').length, 2, 'the reason is said once');
      const acts = async (language: Language): Promise<readonly (string | undefined)[]> =>
        (await printed(world, caseHistory, { by: 'officerA', language, number }))
          .slice(-4)
          .map((line) => line.split('\t')[1]);
      const [proposed, withdrawn, refused, confirmed] = await acts('en');
      assert.match(`${proposed} | ${withdrawn}`, /^[^|]+: grant \| [^|]+: grant$/);
      assert.match(`${refused} | ${confirmed}`, /^[^|]+: refuse \| [^|]+: refuse$/);
      assert.match((await acts('ja')).join(' '), /（付与） .*（付与） .*（付与しない） .*（付与しない）/);
    });

    test('names a granted label’s vendor and product in the reader’s language, too', async () => {
      const world = await aWorld(await open());
      const { applicationNumber, label } = await aGrantedCase(world);
      const show = await printed(world, caseShow, { by: 'signatory', language: 'en', number: applicationNumber });
      assert.match(show.join('\n'), /^Decided: grant \(.*; proposed by officerB\)$/m);
      const said = await printed(world, labelShow, { by: 'officerA', language: 'en', number: label.number });
      assert.match(said.join('\n'), /Minato Networks Co\., Ltd\..*Minato Home Gateway/);
    });
  });
});
