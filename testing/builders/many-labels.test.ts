import { describe, test } from 'node:test';
import { indexWaitingLabels } from '../../src/app/label/index-waiting-labels.ts';
import { eachDatabase } from '../database.ts';
import { equal } from '../equal.ts';
import { manyLabels } from './many-labels.ts';
import { withoutIndexes } from './without-indexes.ts';
import { aWorld, type World } from './world.ts';

type Row = Readonly<Record<string, unknown>>;

async function rowsOf({ deps }: World): Promise<readonly Row[]> {
  const { rows } = await deps.db.pool.query<Row>(
    `select label_search.*, line from label_search left join label_lines using (label_id)
      order by position`,
  );
  return rows.map((row) => JSON.parse(JSON.stringify(row)) as Row);
}

describe('made-up labels', () => {
  eachDatabase((kind, open) => {
    test('are findable and listed as the program itself makes them', async () => {
      const world = await aWorld(await open());
      await manyLabels(world, 300);
      const made = await rowsOf(world);
      await world.deps.db.pool.query(`update label_search set edition = 'old', text_key = '', grams = ''`);
      await world.deps.db.pool.query('delete from label_lines');
      equal(await indexWaitingLabels(world.deps, new AbortController().signal), 301);
      equal(await rowsOf(world), made);
    });

    if (kind === 'server') {
      test('are entered without indexes, which are there again afterwards as they were', async () => {
        const db = await open();
        const indexes = async (): Promise<readonly Row[]> =>
          (await db.pool.query<Row>('select indexdef from pg_indexes order by indexdef')).rows;
        const before = await indexes();
        let meanwhile = 0;
        await withoutIndexes(db, async () => {
          meanwhile = (await indexes()).length;
        });
        equal(await indexes(), before);
        equal(meanwhile < before.length, true);
      });
    }
  });
});
