import { before, describe, test } from 'node:test';
import { aDraft, aReturnedCase, storedText, submitted, versionOf } from '../../../testing/builders/cases.ts';
import { aWorld, okOf, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import { japaneseScheme } from '../../../testing/schemes.ts';
import type { Application } from '../../core/case/application.ts';
import { findCase as findRow, listCaseFiles } from '../../db/cases.ts';
import { fromStoredApplication } from '../../formats/application-form/stored-application.ts';
import { editCase } from './edit-case.ts';
import { readCaseHistory } from './read-case-history.ts';

const withAnswers = (application: Application, answers: Application['answers']): Application => ({
  ...application,
  answers: { ...application.answers, ...answers },
});

describe('editing a case', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    before(async () => {
      world = await aWorld(await open());
    });

    test('keeps the answers and files, and records which items changed', async () => {
      const { deps, people } = world;
      const { id, application } = await aDraft(world);
      const version = await versionOf(world, id);
      const renamed = withAnswers(application, { 'product.name': '新しい名前' });
      const note = await storedText(world, '説明.txt');
      const edited = okOf(await editCase(deps, people.agent, { id, version, application: renamed, attach: [note] }));
      equal(edited, { version: version + 1 });
      const row = await findRow(deps.db.kysely, id);
      equal(fromStoredApplication(row?.application ?? ''), renamed);
      const files = await listCaseFiles(deps.db.kysely, id);
      equal(files.find(({ name }) => name === note.name)?.sha256, note.sha256);
      const history = okOf(await readCaseHistory(deps, people.editor, id));
      equal(history.at(-1)?.detail['items'], ['product']);
      equal(history.at(-1)?.detail['attached'], [{ name: note.name, sha256: note.sha256 }]);
    });

    test('of two editors who read the same version the second is told and overwrites nothing', async () => {
      const { deps, people } = world;
      const { id, application } = await aDraft(world);
      const version = await versionOf(world, id);
      const attempt = (name: string) => () =>
        editCase(deps, people.editor, { id, version, application: withAnswers(application, { 'product.name': name }) });
      const outcomes = await Promise.all([attempt('一')(), attempt('二')()]);
      equal(outcomes.filter(({ ok }) => ok).length, 1);
      await refusedWithoutTrace(deps.db, attempt('三'), { code: 'changed_meanwhile', version: version + 1 });
    });

    test('exchanges a file under its name, and takes the last of two of one name', async () => {
      const { deps, people } = world;
      const { id, application } = await aDraft(world);
      const version = await versionOf(world, id);
      const name = (await listCaseFiles(deps.db.kysely, id))[0]?.name ?? '';
      const [older, newer] = [await storedText(world, name, 'older'), await storedText(world, name, 'newer')];
      okOf(await editCase(deps, people.editor, { id, version, application, detach: [name], attach: [older, newer] }));
      const files = await listCaseFiles(deps.db.kysely, id);
      equal(
        files.filter((file) => file.name === name).map(({ sha256 }) => sha256),
        [newer.sha256],
      );
    });

    test('of a returned case changes what was returned, and nothing else (DOMAIN §5.7)', async () => {
      const { deps, people } = world;
      const { id, application } = await aReturnedCase(world);
      const version = await versionOf(world, id);
      const closed = withAnswers(application, { 'support.note': 'もう一言', 'vendor.inquiry': '別の窓口' });
      await refusedWithoutTrace(deps.db, () => editCase(deps, people.editor, { id, version, application: closed }), {
        code: 'closed_items_changed',
        items: ['vendor', 'support'],
      });
      const open_ = withAnswers(application, { 'product.name': '正しい名前' });
      equal(okOf(await editCase(deps, people.editor, { id, version, application: open_ })), { version: version + 1 });
    });

    test('of a returned case does not exchange the evidence of a criterion that was not returned', async () => {
      const { deps, people } = world;
      const { id, application } = await aReturnedCase(world, [
        { item: 'determination:S1.1-02', remark: '証拠が古い。' },
      ]);
      const version = await versionOf(world, id);
      const exchange = async (criterion: string) => {
        const attach = [await storedText(world, `${criterion}.txt`, 'another proof')];
        return () => editCase(deps, people.editor, { id, version, application, attach });
      };
      await refusedWithoutTrace(deps.db, await exchange('S1.1-01'), {
        code: 'closed_items_changed',
        items: ['determination:S1.1-01'],
      });
      equal((await (await exchange('S1.1-02'))()).ok, true);
    });

    test('of a returned case may mend also what time has overtaken: new terms, a wished day that has passed', async () => {
      const terms = japaneseScheme.terms.flatMap((one) =>
        one.kind !== 'label-use'
          ? [one]
          : [
              { ...one, effective: { ...one.effective, until: Temporal.PlainDate.from('2026-04-10') } },
              { ...one, version: '2.0', effective: { from: Temporal.PlainDate.from('2026-04-11') } },
            ],
      );
      const later = await aWorld(await open(), { scheme: { ...japaneseScheme, terms } });
      const { id, application } = await aReturnedCase(later);
      later.clock.advance({ days: 20 });
      const { deps, people } = later;
      const version = await versionOf(later, id);
      const agreed = withAnswers(application, { 'terms.labelUse': '2.0' });
      okOf(await editCase(deps, people.editor, { id, version, application: agreed }));
      const further = withAnswers(agreed, { 'support.note': 'もう一言' });
      const attempt = () => editCase(deps, people.editor, { id, version: version + 1, application: further });
      await refusedWithoutTrace(deps.db, attempt, { code: 'closed_items_changed', items: ['support'] });
      equal((await submitted(later, id)).sequence, 2);
    });
  });
});
