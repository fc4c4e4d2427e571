import { lastDayOfGrace } from '../attestation/label-lifecycle.ts';
import type { Validity } from '../attestation/validity.ts';
import { isBefore, startOfDay } from '../kernel/legal-day.ts';

/** What those who follow a label are told of: that it was published, and each change the calendar brought after that. */
export const PUBLIC_CHANGES = ['published', 'in_grace', 'lapsed'] as const;

/** One of them, and when it came about: of a change by the calendar the beginning of its legal day. */
export type PublicChange = { readonly what: (typeof PUBLIC_CHANGES)[number]; readonly at: Temporal.Instant };

/**
 * What has happened to a published label until a legal day, the earliest first. A label that was published when its
 * validity was over already was told of as it then stood.
 */
export function publicChanges(
  {
    validity,
    publishedAt,
    zone,
  }: { readonly validity: Validity; readonly publishedAt: Temporal.Instant; readonly zone: string },
  today: Temporal.PlainDate,
): readonly PublicChange[] {
  const days = [
    ['in_grace', validity.graceDays === 0 ? undefined : validity.until?.add({ days: 1 })],
    ['lapsed', lastDayOfGrace(validity)?.add({ days: 1 })],
  ] as const;
  const brought = days.flatMap(([what, day]) => {
    if (day === undefined || isBefore(today, day)) return [];
    const at = startOfDay(day, zone);
    return Temporal.Instant.compare(publishedAt, at) < 0 ? [{ what, at }] : [];
  });
  return [{ what: 'published', at: publishedAt }, ...brought];
}
