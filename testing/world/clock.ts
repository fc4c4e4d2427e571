import type { Clock } from '../../src/app/ports.ts';

/** A clock that stands still until it is moved: tests and the demonstration say what time it is. */
export class SimulatedClock implements Clock {
  #now: Temporal.Instant;

  constructor(start: Temporal.Instant | string = '2026-04-01T00:00:00Z') {
    this.#now = Temporal.Instant.from(start);
  }

  now = (): Temporal.Instant => this.#now;

  /** Sets the clock, also backwards. */
  set(moment: Temporal.Instant | string): void {
    this.#now = Temporal.Instant.from(moment);
  }

  /** Moves the clock on; days, months and years are counted in UTC. */
  advance(duration: Temporal.DurationLike): void {
    this.#now = this.#now.toZonedDateTimeISO('UTC').add(duration).toInstant();
  }
}
