import { hash } from 'node:crypto';
import type { Deps } from '../../app/ports.ts';
import { LegalClock } from '../../app/scheme/legal-clock.ts';

/** How long a page may be kept, in seconds, where nothing changes sooner. */
const LONGEST_S = 300;

/**
 * What a cache is told about a page that says how things stand today: it must not outlive the legal day, because at
 * midnight in the scheme's zone the calendar may change the answer.
 */
export function cacheUntilMidnight(deps: Pick<Deps, 'clock' | 'scheme'>): string {
  return cacheFor(new LegalClock(deps).now().left);
}

/** The same, when so many milliseconds are left of the legal day. */
export function cacheFor(milliseconds: number): string {
  return `public, max-age=${Math.max(0, Math.min(LONGEST_S, Math.floor(milliseconds / 1000)))}`;
}

/**
 * Names a content, so that a browser can ask whether it is still that; weak, for it may be sent compressed (RFC 9110,
 * 8.8.3).
 */
export function weakEtag(content: string): string {
  return `W/"${hash('sha256', content, 'base64url')}"`;
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'] as const;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** A moment as HTTP writes it (RFC 9110, 5.6.7), to the second. */
export function httpDate(moment: Temporal.Instant): string {
  const utc = moment.toZonedDateTimeISO('UTC');
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${WEEKDAYS[utc.dayOfWeek - 1]}, ${two(utc.day)} ${MONTHS[utc.month - 1]} ${utc.year}`;
  return `${day} ${two(utc.hour)}:${two(utc.minute)}:${two(utc.second)} GMT`;
}
