import { isBefore } from '../kernel/legal-day.ts';
import type { Mandate } from './mandate.ts';

/**
 * The last day on which a mandate that is over let its agent act; undefined when it never did: its letter was not
 * confirmed, or it was revoked before its first day.
 */
export function lastHeldDay(
  { from, until, letter }: Pick<Mandate, 'from' | 'until' | 'letter'>,
  revokedOn: Temporal.PlainDate | undefined,
): Temporal.PlainDate | undefined {
  if (letter === 'awaited' || letter === 'refused') return undefined;
  const isCutShort = revokedOn !== undefined && (until === undefined || isBefore(revokedOn, until));
  const last = isCutShort ? revokedOn : until;
  return last === undefined || isBefore(last, from) ? undefined : last;
}
