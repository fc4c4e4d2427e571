import { z } from 'zod';
import { isBefore, legalDay, parseDay } from '../core/kernel/legal-day.ts';
import type { Deps } from '../app/ports.ts';

/** A day in an address: of a calendar, so that there is no year 0, which the database does not know either. */
export const dayShape = z.iso.date().refine((written) => parseDay(written).ok);

/** The day an answer is about, as an address says it. */
export const asOfParameter = dayShape.optional().meta({
  description: 'The register as it was valid on this day in the scheme’s zone; today unless said, and no day to come.',
  example: '2026-04-01',
});

/** The day asked about; `later` for one that has not come yet in the scheme's zone. */
export function readAsOf(
  { clock, scheme }: Pick<Deps, 'clock' | 'scheme'>,
  written: string | undefined,
): Temporal.PlainDate | 'later' | undefined {
  if (written === undefined) return undefined;
  const day = Temporal.PlainDate.from(written);
  return isBefore(legalDay(clock.now(), scheme.scheme.zone), day) ? 'later' : day;
}
