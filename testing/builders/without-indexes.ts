import type { Database } from '../../src/db/database.ts';

const TABLES = ['cases', 'labels', 'label_models', 'label_search'];

type Index = { readonly name: string; readonly definition: string };

/** The indexes of the tables that no constraint needs. */
async function indexesOf({ pool }: Database): Promise<readonly Index[]> {
  const { rows } = await pool.query<Index>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as definition from pg_index
      where indrelid::regclass::text = any($1::text[]) and not indisunique
        and not exists (select from pg_constraint where conindid = indexrelid)`,
    [TABLES],
  );
  return rows;
}

/** Enters very many labels with the indexes of their tables taken away, and makes these anew as they were. */
export async function withoutIndexes<T>(db: Database, enter: () => Promise<T>): Promise<T> {
  const indexes = await indexesOf(db);
  for (const { name } of indexes) await db.pool.query(`drop index ${name}`);
  const entered = await enter();
  const client = await db.pool.connect();
  try {
    await client.query(`set maintenance_work_mem = '1GB'; set statement_timeout = 0`);
    for (const { definition } of indexes) await client.query(definition);
    await client.query('reset maintenance_work_mem; reset statement_timeout');
  } finally {
    client.release();
  }
  return entered;
}
