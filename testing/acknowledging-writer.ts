import { connectEmbedded } from '../src/db/connect.ts';

/**
 * Run as a process of its own: opens the data directory named by its argument and commits rows to `acknowledged` one by
 * one, printing each number only when its commit was acknowledged, until somebody kills it.
 */
const opened = await connectEmbedded(process.argv[2] ?? '');
if (!opened.ok) throw new Error(opened.error.code);
const { pool } = opened.value;
await pool.query('create table if not exists acknowledged (n bigint primary key)');
const { rows } = await pool.query<{ next: number }>('select coalesce(max(n), 0) + 1 as next from acknowledged');
process.stdout.write('ready\n');
for (let n = rows[0]?.next ?? 1; ; n += 1) {
  await pool.query('insert into acknowledged values ($1)', [n]);
  process.stdout.write(`${n}\n`);
}
