import { isBefore } from '../../core/kernel/legal-day.ts';
import { parseDayLeniently } from '../../formats/answers/parse-day-leniently.ts';
import type { MessageKey } from '../../i18n/message.ts';

/** How much support a product bought on a day has; `typed` is what the reader wrote, to be shown again. */
export type SupportAnswer = { readonly typed: string } & (
  | { readonly kind: 'unreadable'; readonly reason: MessageKey }
  | {
      readonly kind: 'over' | 'bought-too-late';
      readonly bought: Temporal.PlainDate;
      readonly until: Temporal.PlainDate;
    }
  | {
      readonly kind: 'supported';
      readonly bought: Temporal.PlainDate;
      readonly until: Temporal.PlainDate;
      /** From the day of purchase, and from the later of that day and today; the last day counts. */
      readonly length: Temporal.Duration;
      readonly left: Temporal.Duration;
    }
);

function lengthOf(from: Temporal.PlainDate, until: Temporal.PlainDate): Temporal.Duration {
  const whole = from.until(until.add({ days: 1 }), { largestUnit: 'year' });
  return whole.years > 0 || whole.months > 0
    ? Temporal.Duration.from({ years: whole.years, months: whole.months })
    : whole;
}

/** Works out the support left from the day of purchase (committee: the purchase date matters to users). */
export function supportLeft(
  typed: string,
  until: Temporal.PlainDate,
  today: Temporal.PlainDate,
): SupportAnswer | undefined {
  const shown = typed.slice(0, 50);
  const read = parseDayLeniently(shown);
  if (!read.ok) {
    const { code } = read.error;
    if (code === 'blank') return undefined;
    if (code === 'ambiguous_day') return { typed: shown, kind: 'unreadable', reason: 'label.bought.ambiguous' };
    const isNoDay = code === 'no_such_day' || code === 'outside_era';
    return {
      typed: shown,
      kind: 'unreadable',
      reason: isNoDay ? 'label.bought.no-such-day' : 'label.bought.unreadable',
    };
  }
  const bought = read.value;
  if (isBefore(until, bought)) return { typed: shown, kind: 'bought-too-late', bought, until };
  if (isBefore(until, today)) return { typed: shown, kind: 'over', bought, until };
  const from = isBefore(bought, today) ? today : bought;
  return {
    typed: shown,
    kind: 'supported',
    bought,
    until,
    length: lengthOf(bought, until),
    left: lengthOf(from, until),
  };
}
