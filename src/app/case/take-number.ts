import { formatNumber, type SchemeNumber } from '../../core/scheme/number-format.ts';
import type { NumberKind, Scheme } from '../../core/scheme/scheme.ts';
import { takeNextNumber } from '../../db/number-counters.ts';
import type { Tx } from '../../db/transact.ts';

/** Takes the next number of a kind, written in the scheme's format; a rolled-back act leaves no hole. */
export async function takeNumber(
  tx: Tx,
  scheme: Scheme,
  wanted: { readonly kind: NumberKind; readonly stars: number; readonly today: Temporal.PlainDate },
): Promise<SchemeNumber> {
  const format = scheme.numbers[wanted.kind];
  const period = format.restart === 'yearly' ? String(wanted.today.year) : 'all';
  const sequence = await takeNextNumber(tx, { kind: wanted.kind, scheme: scheme.id, period });
  return formatNumber(format, { stars: wanted.stars, year: wanted.today.year, sequence });
}
