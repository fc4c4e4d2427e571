import { z } from 'zod';
import { parseDay } from '../../core/kernel/legal-day.ts';
import type { Localized } from '../../core/kernel/text.ts';
import type { EffectivePeriod } from '../../core/scheme/scheme.ts';

/** A text in both languages; that neither is empty is a rule of the core. */
export const localized = z.strictObject({ ja: z.string(), en: z.string() }) satisfies z.ZodType<Localized>;

/** A legal day written `YYYY-MM-DD`. */
export const day = z.string().transform((text, context) => {
  const parsed = parseDay(text);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: 'custom', params: { fault: 'malformed_day', value: text } });
  return z.NEVER;
});

/** A stretch of days, both ends included. */
export const effectivePeriod = z.strictObject({
  from: day,
  until: day.optional(),
}) satisfies z.ZodType<EffectivePeriod>;
