/** Why the embedded database is dead: nothing more will be answered, and only a restart of the process recovers it. */
export type FatalFailure = {
  readonly code: 'sync_failed' | 'disk_full' | 'connection_lost';
  readonly cause: unknown;
};

/** Tells listeners, once, that the database is dead; also those who start listening afterwards. */
export class FatalSignal {
  #failure: FatalFailure | undefined;
  readonly #listeners: ((failure: FatalFailure) => void)[] = [];

  get failure(): FatalFailure | undefined {
    return this.#failure;
  }

  report(failure: FatalFailure): void {
    if (this.#failure !== undefined) return;
    this.#failure = failure;
    for (const listener of this.#listeners) listener(failure);
  }

  listen(listener: (failure: FatalFailure) => void): void {
    if (this.#failure !== undefined) listener(this.#failure);
    else this.#listeners.push(listener);
  }
}
