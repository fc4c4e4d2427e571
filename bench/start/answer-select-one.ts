/** `node answer-select-one.ts DIRECTORY`: the least a process on the embedded database can do. */
import { enableCompileCache } from 'node:module';

enableCompileCache();
// Loaded only now, so that the cache serves these modules too.
const { connectEmbedded } = await import('../../src/db/connect.ts');
const db = await connectEmbedded(process.argv[2] ?? '');
if (!db.ok) throw new Error(db.error.code);
const { rows } = await db.value.pool.query<{ one: number }>('select 1 as one');
process.stdout.write(`${String(rows[0]?.one)}\n`);
await db.value.close();
