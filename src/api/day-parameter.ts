import { z } from 'zod';
import { parseDay } from '../core/kernel/legal-day.ts';

/** A day in an address, described and read; what is no day of the calendar is refused with the parameter's name. */
export function dayParameter(meta: {
  readonly description: string;
  readonly example: string;
}): z.ZodType<Temporal.PlainDate | undefined, string | undefined> {
  const day = z.iso.date().transform((written, { issues }) => {
    const read = parseDay(written);
    if (read.ok) return read.value;
    issues.push({ code: 'custom', message: 'no day of the calendar', input: written });
    return z.NEVER;
  });
  return day.optional().meta(meta);
}
