import type { Clock } from '../app/ports.ts';

/** The machine's clock, in whole milliseconds. */
export const systemClock: Clock = {
  now: () => Temporal.Instant.fromEpochMilliseconds(Temporal.Now.instant().epochMilliseconds),
};
