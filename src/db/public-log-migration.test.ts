import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { appendFact } from '../../testing/append-fact.ts';
import { okOf } from '../../testing/builders/world.ts';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { auditedLog } from '../../testing/log-audit.ts';
import { MIGRATIONS } from '../../testing/migrations.ts';
import { sha256Of } from '../../testing/sha256.ts';
import { ok } from '../core/kernel/result.ts';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { findLogHead, listLogEntries } from './public-log.ts';
import { transact } from './transact.ts';

const AT = Temporal.Instant.from('2026-04-01T00:00:00Z');
const FIRST_OF_TREE = '0014-public-log-tree.sql';
const before = MIGRATIONS.filter(({ name }) => name < FIRST_OF_TREE);

/** Logs entries as the program did before the log was a tree. */
async function logAsBefore(db: Database, entries: readonly string[]): Promise<void> {
  await db.pool.query(
    `insert into public_log (index, at, kind, subject, entry)
     select place - 1, $1, 'label-published', 's', entry
     from unnest($2::text[]) with ordinality as given (entry, place)`,
    ['2026-04-01T00:00:00Z', entries],
  );
  await db.pool.query('update public_log_head set size = $1', [entries.length]);
}

describe('a log from before it was a tree', () => {
  eachDatabase((_kind, open) => {
    for (const count of [0, 700]) {
      test(`is carried over with all its ${count} entries, and goes on from there`, async () => {
        const db = await open({ migrated: false });
        okOf(await migrate(db, before, AT));
        const entries = Array.from({ length: count }, (_, place) => `{"記録":${place}}`);
        await logAsBefore(db, entries);
        okOf(await migrate(db, MIGRATIONS, AT));
        equal(await listLogEntries(db.kysely, 0, count + 1), entries);
        assert.equal((await findLogHead(db.kysely)).signed, undefined);
        const fact = { at: AT, kind: 'tried', subject: 'after', entry: '{"after":true}' };
        await transact(db, async (tx) => {
          await appendFact(tx, fact);
          return ok(true);
        });
        assert.equal((await auditedLog(db)).size, count + 1);
      });
    }

    test('names a record by its hash where it is longer than an entry can be, and leaves all others as they are', async () => {
      const db = await open({ migrated: false });
      okOf(await migrate(db, before, AT));
      const record = `{"answers":{"note":"\\"record\\":${'あ'.repeat(30_000)}"}}`;
      const entry = (text: string): string =>
        `{"kind":"label-published","number":"S1-1","publishedAt":"2026-04-01T00:00:00Z","record":${text}}`;
      await logAsBefore(db, [entry(record), entry('{}')]);
      okOf(await migrate(db, MIGRATIONS, AT));
      equal(await listLogEntries(db.kysely, 0, 2), [
        `{"kind":"label-published","number":"S1-1","publishedAt":"2026-04-01T00:00:00Z","recordSha256":"${sha256Of(record)}"}`,
        entry('{}'),
      ]);
      const refused = db.pool.query('delete from public_log');
      await assert.rejects(refused, { code: '23000' }, 'the log is append-only again');
    });
  });
});
