import { sql } from 'kysely';
import type { AttemptKind } from '../core/access/attempt-limits.ts';
import type { Sha256 } from '../core/kernel/ids.ts';
import type { Tx } from './transact.ts';

/** Something tried at a moment; counting begins anew when it began before `cutoff`. */
type Attempt = {
  readonly kind: AttemptKind;
  readonly keySha256: Sha256;
  readonly at: Temporal.Instant;
  readonly cutoff: Temporal.Instant;
};

/** Counts an attempt; answers how many there were since when, this one included. Exact under concurrency. */
export async function countAttempt(
  tx: Tx,
  { kind, keySha256, at, cutoff }: Attempt,
): Promise<{ readonly count: number; readonly begunAt: Temporal.Instant }> {
  const isOver = sql<boolean>`attempts.begun_at <= ${cutoff}`;
  const row = await tx
    .insertInto('attempts')
    .values({ kind, key_sha256: keySha256, begun_at: at, count: 1 })
    .onConflict((conflict) =>
      conflict.columns(['kind', 'key_sha256']).doUpdateSet({
        count: sql<number>`case when ${isOver} then 1 else attempts.count + 1 end`,
        begun_at: sql<Temporal.Instant>`case when ${isOver} then excluded.begun_at else attempts.begun_at end`,
      }),
    )
    .returning(['count', 'begun_at'])
    .executeTakeFirstOrThrow();
  return { count: row.count, begunAt: row.begun_at };
}

/** Forgets attempts of a kind that began before a moment. */
export async function forgetAttempts(tx: Tx, kind: AttemptKind, before: Temporal.Instant): Promise<void> {
  await tx.deleteFrom('attempts').where('kind', '=', kind).where('begun_at', '<', before).execute();
}
