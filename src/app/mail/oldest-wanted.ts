/** Days after which nobody wants a mail any more that was not sent. */
const TOO_OLD = 30;

/** Since when a mail must have been written to be wanted at a moment, if it was not sent by then. */
export function oldestWanted(now: Temporal.Instant): Temporal.Instant {
  return now.subtract({ hours: 24 * TOO_OLD });
}
