import type { StoredPage } from './stored-page.ts';

/** The answers asked for last, as many as there is room for. */
export class BodyMemory {
  readonly #kept = new Map<string, StoredPage>();
  readonly #room: number;
  #bytes = 0;

  /** With room for bodies of so many bytes together. */
  constructor(room: number) {
    this.#room = room;
  }

  /** What is kept under a name. */
  of(name: string): StoredPage | undefined {
    return this.#kept.get(name);
  }

  /** Keeps an answer in the place of the one before, and lets go of those that were kept longest without being asked for. */
  keep(name: string, page: StoredPage): void {
    this.#drop(name);
    this.#kept.set(name, page);
    this.#bytes += page.body.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#bytes <= this.#room) return;
      this.#drop(oldest);
    }
  }

  #drop(name: string): void {
    const page = this.#kept.get(name);
    if (page === undefined) return;
    this.#bytes -= page.body.length;
    this.#kept.delete(name);
  }
}
