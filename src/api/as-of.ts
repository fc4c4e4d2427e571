import type { z } from 'zod';
import { isBefore, legalDay } from '../core/kernel/legal-day.ts';
import type { Deps } from '../app/ports.ts';
import { dayParameter } from './day-parameter.ts';

/** The day an answer is about, as an address says it. */
export const asOfParameter = dayParameter({
  description: 'The register as it was valid on this day in the scheme’s zone; today unless said, and no day to come.',
  example: '2026-04-01',
});

/** The day asked about; `later` for one that has not come yet in the scheme's zone. */
export function readAsOf(
  { clock, scheme }: Pick<Deps, 'clock' | 'scheme'>,
  day: z.output<typeof asOfParameter>,
): Temporal.PlainDate | 'later' | undefined {
  if (day === undefined) return undefined;
  return isBefore(legalDay(clock.now(), scheme.scheme.zone), day) ? 'later' : day;
}
