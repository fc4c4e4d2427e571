import type { NumberKind } from '../core/scheme/scheme.ts';
import { statement } from './statement.ts';
import type { Tx } from './transact.ts';

type Counter = { readonly kind: NumberKind; readonly scheme: string; readonly period: string };

const next = statement((db, { kind, scheme, period }: Counter) =>
  db
    .insertInto('number_counters')
    .values({ kind, scheme, period, last: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'scheme', 'period'])
        .doUpdateSet((eb) => ({ last: eb('number_counters.last', '+', 1) })),
    )
    .returning('last')
    .compile(),
);

/** Takes the next sequence number of a kind in a period; concurrent acts wait for each other, a rollback gives it back. */
export async function takeNextNumber(tx: Tx, counter: Counter): Promise<number> {
  const [row] = await next(tx, counter);
  if (row === undefined) throw new Error(`no number of the kind ${counter.kind} was given`);
  return row.last;
}
