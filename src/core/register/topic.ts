/** What somebody follows: a label by its number, a maker by its key, a type by its id, a search as canonical JSON. */
export type Topic = { readonly kind: 'label' | 'maker' | 'type' | 'search'; readonly text: string };

/** What subscribers are told by. */
export type Channel = 'mail' | 'webhook';

/** Hours in which a subscription must be confirmed. */
export const CONFIRM_HOURS = 48;

/** How often a webhook is asked to confirm: a server that knows nothing of it is left alone after a quarter of an hour. */
export const CHALLENGE_ATTEMPTS = 6;

/** Days after which an address that has failed all the time is not tried any more. */
export const FAILING_DAYS = 5;

/** Days for which it can be looked up what a subscription was told. */
export const NOTICES_KEPT_DAYS = 90;

/** What happened to a label, named once and for ever. */
export function occurrenceOf(number: string, what: string): string {
  return `${number}#${what}`;
}

/** Seconds to wait after so many failed attempts: half a minute, then twice as long each time, at most six hours. */
export function waitAfter(attempts: number): number {
  return Math.min(30 * 2 ** Math.max(attempts - 1, 0), 6 * 3600);
}
