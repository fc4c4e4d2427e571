import { appendPublicFacts } from '../src/app/log/append-public-facts.ts';
import type { PublicFact } from '../src/db/public-log.ts';
import { ok } from '../src/core/kernel/result.ts';
import type { Database } from '../src/db/database.ts';
import { transact, type Tx } from '../src/db/transact.ts';
import { okOf } from './builders/world.ts';
import { TEST_LOG } from './test-signer.ts';

/** Appends a fact to the public log under the key of tests. */
export async function appendFact(tx: Tx, fact: PublicFact): Promise<void> {
  okOf(await appendPublicFacts(TEST_LOG, tx, [fact]));
}

/** Appends a fact without meaning about a subject, in an act of its own. */
export async function logAbout(db: Database, subject: string): Promise<void> {
  const at = Temporal.Instant.from('2026-04-01T00:00:00Z');
  await transact(db, async (tx) => {
    await appendFact(tx, { at, kind: 'tried', subject, entry: '{"kind":"tried"}' });
    return ok(true);
  });
}

/** Appends facts without meaning, one act each, so that the log has something in it. */
export async function fillLog(db: Database, count: number): Promise<void> {
  const at = Temporal.Instant.from('2026-04-01T00:00:00Z');
  for (let place = 0; place < count; place += 1) {
    await transact(db, async (tx) => {
      await appendFact(tx, { at, kind: 'tried', subject: `s${place}`, entry: `{"kind":"tried","n":${place}}` });
      return ok(true);
    });
  }
}
