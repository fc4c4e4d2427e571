import type { DaysLeft } from '../../core/scheme/days-left.ts';
import { html, type Html } from '../parts/html.ts';
import type { Reader } from '../parts/reader.ts';
import { statusTag } from '../parts/status-tag.ts';

/** Business days from which on a last day is called near. */
const NEAR = 3;

/** A last day with how far it is, in words and with a sign. */
export function daysLeftTag(
  { say }: Reader,
  dueOn: Temporal.PlainDate | null,
  left: DaysLeft | undefined,
): Html | string {
  if (dueOn === null || left === undefined) return say('office.due.none');
  const { isOverdue, days } = left;
  const words = isOverdue
    ? say('office.due.overdue', { days })
    : days === 0
      ? say('office.due.today')
      : say('office.due.left', { days });
  const tone = isOverdue ? 'bad' : days <= NEAR ? 'warning' : 'neutral';
  return html`<span class="office__due">${say.day(dueOn)} ${statusTag(tone, words)}</span>`;
}
