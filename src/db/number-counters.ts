import type { NumberKind } from '../core/scheme/scheme.ts';
import type { Tx } from './transact.ts';

/** Takes the next sequence number of a kind in a period; concurrent acts wait for each other, a rollback gives it back. */
export async function takeNextNumber(
  tx: Tx,
  counter: { readonly kind: NumberKind; readonly scheme: string; readonly period: string },
): Promise<number> {
  const row = await tx
    .insertInto('number_counters')
    .values({ ...counter, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'scheme', 'period'])
        .doUpdateSet((eb) => ({ last: eb('number_counters.last', '+', 1) })),
    )
    .returning('last')
    .executeTakeFirstOrThrow();
  return row.last;
}
