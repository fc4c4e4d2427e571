import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { formatNumber, lastSequence, type SchemeNumber } from '../../core/scheme/number-format.ts';
import type { NumberKind, Scheme } from '../../core/scheme/scheme.ts';
import { takeNextNumber } from '../../db/number-counters.ts';
import type { Tx } from '../../db/transact.ts';

/** The scheme's format has no digits left for another number of a kind in this period; `most` were given. */
export type NumbersExhausted = {
  readonly code: 'numbers_exhausted';
  readonly kind: NumberKind;
  readonly most: number;
};

/** Takes the next number of a kind, written in the scheme's format; a rolled-back act leaves no hole. */
export async function takeNumber(
  tx: Tx,
  scheme: Scheme,
  wanted: { readonly kind: NumberKind; readonly stars: number; readonly today: Temporal.PlainDate },
): Promise<Result<SchemeNumber, NumbersExhausted>> {
  const { kind, stars, today } = wanted;
  const format = scheme.numbers[kind];
  const period = format.restart === 'yearly' ? String(today.year) : 'all';
  const sequence = await takeNextNumber(tx, { kind, scheme: scheme.id, period });
  const most = lastSequence(format);
  if (sequence > most) return refused({ code: 'numbers_exhausted', kind, most });
  return ok(formatNumber(format, { stars, year: today.year, sequence }));
}
