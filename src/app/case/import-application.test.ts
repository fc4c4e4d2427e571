import { before, describe, test } from 'node:test';
import { completeApplication, evidenceNames } from '../../../testing/builders/application.ts';
import { aDraft, storedText } from '../../../testing/builders/cases.ts';
import { aWorld, okOf, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import { PUBLIC } from '../../core/access/actor.ts';
import { findCase, resolveCase } from './find-case.ts';
import { importApplication } from './import-application.ts';
import { listCases } from './list-cases.ts';

describe('an application from a file', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    before(async () => {
      world = await aWorld(await open());
    });
    const fromFile = async (submit: boolean) => {
      const application = completeApplication(world.scheme, world.today());
      const evidence = await Promise.all(evidenceNames(application).map((name) => storedText(world, name)));
      return { vendor: world.organisations.vendor, level: 's1', application, evidence, submit };
    };

    test('becomes a draft, or a submission with its receipt, in one act', async () => {
      const { deps, people } = world;
      const drafted = okOf(await importApplication(deps, people.editor, await fromFile(false)));
      equal([drafted.receipt, okOf(await findCase(deps, people.editor, drafted.id)).row.state], [undefined, 'draft']);
      const input = await fromFile(true);
      const sent = okOf(await importApplication(deps, people.signatory, input));
      const found = okOf(await findCase(deps, people.editor, sent.id));
      equal([found.row.state, found.application, sent.receipt?.files], ['submitted', input.application, found.files]);
    });

    test('with a gap, or a file that is not stored, leaves nothing behind, not even a number', async () => {
      const { deps, people } = world;
      const input = await fromFile(true);
      const [lost = input.evidence[0], ...others] = input.evidence;
      const missing = evidenceNames(input.application)[0] ?? '';
      const gapped = { ...input, evidence: others };
      const outcome = await importApplication(deps, people.signatory, gapped);
      const gaps = outcome.ok || outcome.error.code !== 'application_incomplete' ? [] : outcome.error.gaps;
      equal(
        [...new Set(gaps.map(({ code, params }) => `${code} ${String(params['name'])}`))],
        [`evidence_not_attached ${missing}`],
      );
      await refusedWithoutTrace(deps.db, () => importApplication(deps, people.signatory, gapped), {
        code: 'application_incomplete',
        gaps,
      });
      const unique = await storedText(world, missing, 'stored nowhere else');
      deps.files.lose(unique.sha256);
      equal(lost?.name, missing);
      await refusedWithoutTrace(
        deps.db,
        () => importApplication(deps, people.signatory, { ...input, evidence: [unique, ...others] }),
        {
          code: 'rules_unmet',
          action: 'case.submit',
          unmet: [{ rule: 'every_file_is_stored', clause: 'DOMAIN §5.6 [O]' }],
        },
      );
    });

    test('is not submitted by an editor, who may only draft, and leaves nothing behind', async () => {
      const { deps, people } = world;
      const input = await fromFile(true);
      await refusedWithoutTrace(deps.db, () => importApplication(deps, people.editor, input), {
        code: 'not_permitted',
        act: 'case.submit',
        roles: ['vendor-signatory', 'agent'],
      });
    });
  });
});

describe('reading cases', () => {
  eachDatabase((_kind, open) => {
    test('shows each actor the cases within reach, newest first, and nobody else any', async () => {
      const world = await aWorld(await open());
      const { deps, people, clock } = world;
      const first = await aDraft(world);
      clock.advance({ hours: 1 });
      const second = await aDraft(world);
      const listed = async (actor: Parameters<typeof listCases>[1]) =>
        (await listCases(deps, actor, { limit: 10 })).map(({ application_number }) => application_number);
      for (const by of ['editor', 'signatory', 'agent', 'officerA', 'reviewer', 'schemeOfficer'] as const) {
        equal(await listed(people[by]), [second.applicationNumber, first.applicationNumber], by);
      }
      for (const actor of [people.stranger, people.administrator, PUBLIC]) equal(await listed(actor), []);
      equal((await listCases(deps, people.editor, { limit: 10, state: 'granted' })).length, 0);
      equal(
        (await listCases(deps, people.editor, { limit: 1 })).map(({ id }) => id),
        [second.id],
      );
    });

    test('finds a case by its id or any number in any spelling; a foreign one is refused like a missing one', async () => {
      const world = await aWorld(await open());
      const { deps, people } = world;
      const { id, applicationNumber } = await aDraft(world);
      const spelt = ` ${applicationNumber.toLowerCase().replaceAll('-', '－')} `;
      equal([await resolveCase(deps, spelt), await resolveCase(deps, id.toUpperCase())], [id, id]);
      equal(await resolveCase(deps, 'A-26-99999-0'), undefined);
      equal(await findCase(deps, people.stranger, id), { ok: false, error: { code: 'no_such_subject' } });
    });
  });
});
