import { legalDay, startOfDay } from '../../core/kernel/legal-day.ts';
import type { Deps } from '../ports.ts';

/** A legal day with its ends. */
type DayNow = {
  /** ISO 8601. */
  readonly day: string;
  /** Its first moment, and that of the next day, in milliseconds since the epoch. */
  readonly begins: number;
  readonly ends: number;
};

/** Tells the legal day it is, reckoned in the scheme's zone once a day and not at each request. */
export class LegalClock {
  readonly #deps: Pick<Deps, 'clock' | 'scheme'>;
  #last: DayNow = { day: '', begins: 0, ends: 0 };

  constructor(deps: Pick<Deps, 'clock' | 'scheme'>) {
    this.#deps = deps;
  }

  /** The legal day it is now, and the milliseconds that are left of it. */
  now(): DayNow & { readonly left: number } {
    const moment = this.#deps.clock.now();
    const at = moment.epochMilliseconds;
    if (at < this.#last.begins || at >= this.#last.ends) {
      const { zone } = this.#deps.scheme.scheme;
      const day = legalDay(moment, zone);
      const [begins, ends] = [day, day.add({ days: 1 })].map((one) => startOfDay(one, zone).epochMilliseconds);
      this.#last = { day: day.toString(), begins: begins ?? at, ends: ends ?? at };
    }
    return { ...this.#last, left: this.#last.ends - at };
  }
}
