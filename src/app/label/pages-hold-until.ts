import { nextCalendarChange } from '../../core/attestation/label-lifecycle.ts';
import { isBefore } from '../../core/kernel/legal-day.ts';
import type { ShownLabel } from './find-label.ts';

/** What the days on a label's pages follow from. */
type DatedLabel = Pick<ShownLabel, 'today'> & { readonly record: Pick<ShownLabel['record'], 'validity' | 'answers'> };

/** The first legal day on which the label's pages would say something else: by its validity, or because support is over. */
export function pagesHoldUntil({ record, today }: DatedLabel): Temporal.PlainDate | undefined {
  const { validity, answers } = record;
  const change = nextCalendarChange({ validity, isPublished: true }, today);
  const support = answers['support.endsOn'];
  const days = [change, support?.add({ days: 1 })].filter((day) => day !== undefined && isBefore(today, day));
  return days.sort((one, other) => (one && other ? Temporal.PlainDate.compare(one, other) : 0))[0];
}
