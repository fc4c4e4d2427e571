import { isBefore, lastDayOfTerm } from '../kernel/legal-day.ts';
import type { ValidityRule } from '../scheme/scheme.ts';

/** How long a label holds: first and last day count; no last day means that it does not expire. */
export type Validity = {
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate | undefined;
  /** Days after `until` on which the label is in grace. */
  readonly graceDays: number;
};

/**
 * The day a label granted on a day is published: at once, or on the vendor's wished day; an embargo never outlasts the
 * validity, so that no label ends without having been public.
 */
export function publicationDay(validity: Validity, wishedOn: Temporal.PlainDate | undefined): Temporal.PlainDate {
  const { from, until } = validity;
  if (wishedOn === undefined || isBefore(wishedOn, from)) return from;
  return until !== undefined && isBefore(until, wishedOn) ? until : wishedOn;
}

/**
 * The validity of a label issued on a day (DOMAIN §5: from the issue date, last day inclusive). The operator may set an
 * earlier last day with a reason; a later one is not taken. Support end never caps it.
 */
export function validityOf(
  rule: ValidityRule,
  issuedOn: Temporal.PlainDate,
  shortenedTo: Temporal.PlainDate | undefined,
): Validity {
  const full = rule.term === undefined ? undefined : lastDayOfTerm(issuedOn, rule.term);
  const until = [full, shortenedTo]
    .filter((day) => day !== undefined)
    .sort((first, second) => Temporal.PlainDate.compare(first, second))[0];
  return { from: issuedOn, until, graceDays: rule.graceDays };
}
