import { before, describe, test } from 'node:test';
import { aGrantedCase, aPaidCase, aSubmittedCase, storedText } from '../../testing/builders/cases.ts';
import { aWorld, type World } from '../../testing/builders/world.ts';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import type { LabelId } from '../core/kernel/ids.ts';
import { ok } from '../core/kernel/result.ts';
import { deleteCaseFiles, listCaseFiles, saveCaseFiles } from './cases.ts';
import { insertFiles } from './files.ts';
import { findLabelOfCase, insertLabel } from './labels.ts';
import { insertSubmission, listSubmissionFiles } from './submissions.ts';
import { transact, type Tx } from './transact.ts';

const MANY = 20_000;

describe('more rows than a statement has parameters', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    before(async () => {
      world = await aWorld(await open());
    });
    const commit = (act: (tx: Tx) => Promise<unknown>): Promise<unknown> =>
      transact(world.deps.db, async (tx) => ok(await act(tx)));

    test('are attached to a case, listed on a receipt and taken off again', async () => {
      const { deps, people, clock } = world;
      const reader = deps.db.kysely;
      const { id } = await aSubmittedCase(world);
      const before = await listCaseFiles(reader, id);
      const stored = { ...(await storedText(world, 'one')), storedAt: clock.now() };
      const files = Array.from({ length: MANY }, (_file, place) => ({ ...stored, name: `"${String(place)}", \\{x}` }));
      await commit(async (tx) => {
        await insertFiles(tx, [stored]);
        await saveCaseFiles(tx, id, { files, by: people.editor.person, at: clock.now() });
      });
      const attached = await listCaseFiles(reader, id);
      equal(attached.length, before.length + MANY);
      equal(new Set(attached.map(({ name }) => name)).has(files.at(-1)?.name ?? ''), true);
      const sent = { received_at: clock.now(), application: '{}', answers_sha256: stored.sha256, seal: stored.sha256 };
      await commit((tx) =>
        insertSubmission(tx, id, { ...sent, sequence: 2, submittedBy: people.signatory.person, files: attached }),
      );
      equal(await listSubmissionFiles(reader, id, 2), attached);
      await commit((tx) =>
        deleteCaseFiles(
          tx,
          id,
          files.map(({ name }) => name),
        ),
      );
      equal(await listCaseFiles(reader, id), before);
    });

    test('are the models one label covers, in their order', async () => {
      const { deps } = world;
      const [{ id: granted }, { id }] = [await aGrantedCase(world), await aPaidCase(world)];
      const label = await findLabelOfCase(deps.db.kysely, granted);
      if (label === undefined) throw new Error('no label');
      const other = { ...label, id: deps.ids.uuid() as LabelId, case_id: id, number: 'X', number_key: 'X' };
      const models = Array.from({ length: MANY }, (_model, place) => ({
        number: `"${String(place)}", \\`,
        modelKey: String(place),
      }));
      await commit((tx) => insertLabel(tx, other, models));
      const covered = deps.db.kysely.selectFrom('label_models').where('label_id', '=', other.id);
      const rows = await covered.select(['number', 'model_key as modelKey']).orderBy('position').execute();
      equal(rows, models);
      equal((await covered.select('position').orderBy('position').limit(1).execute())[0], { position: 0 });
    });
  });
});
