import { lastDayOfGrace } from '../attestation/label-lifecycle.ts';
import { isBefore } from '../kernel/legal-day.ts';
import type { PublicRecord } from './public-record.ts';

/**
 * What happens in the public life of a label, in the order in which things of one day happen: the evaluation of a firmware
 * is finished, the vendor declares, the label is granted and published, its validity ends, it lapses.
 */
export const HISTORY_STEPS = ['evaluated', 'declared', 'granted', 'published', 'ended', 'lapsed'] as const;

/** One of them, and the legal day it happens on; of the end of validity the last day of it. */
export type HistoryStep = {
  readonly what: (typeof HISTORY_STEPS)[number];
  readonly on: Temporal.PlainDate;
  /** Whether it is still to come, and comes only if no act changes it. */
  readonly isPlanned: boolean;
};

/**
 * The history of a published label as one list in the order of its days, from public facts alone; whatever the calendar
 * brings without anybody acting is in it from the start, as planned.
 */
export function labelHistory(
  { answers, validity }: Pick<PublicRecord, 'answers' | 'validity'>,
  publishedOn: Temporal.PlainDate,
  today: Temporal.PlainDate,
): readonly HistoryStep[] {
  const days: Readonly<Record<HistoryStep['what'], Temporal.PlainDate | undefined>> = {
    evaluated: answers['evaluation.completedOn'],
    declared: answers['declaration.signedOn'],
    granted: validity.from,
    published: publishedOn,
    ended: validity.until,
    lapsed: lastDayOfGrace(validity)?.add({ days: 1 }),
  };
  return HISTORY_STEPS.flatMap((what) => {
    const on = days[what];
    if (on === undefined) return [];
    // The last day of validity is not over while it lasts.
    const isPlanned = what === 'ended' ? !isBefore(on, today) : isBefore(today, on);
    return [{ what, on, isPlanned }];
  }).sort((one, other) => Temporal.PlainDate.compare(one.on, other.on));
}
