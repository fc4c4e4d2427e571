/** A label whose keys stand in no list yet. */
type WaitingLabel = { readonly index: number; readonly publishedAt: string };

const NOWHERE = -1;

/** Labels with their digests, in few pieces of memory: there may be millions, and each would be looked at in vain. */
export class WaitingLabels {
  #indices: number[] = [];
  #moments: string[] = [];
  /** Where the digests of each lie, from one byte up to another; nowhere while nobody has its record. */
  #from: number[] = [];
  #to: number[] = [];
  /** The places of those without digests, by their registration number. */
  #lacking = new Map<string, number>();
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  #put(place: number, digests: Uint8Array): void {
    const length = this.#length + digests.length;
    if (length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(length, Math.ceil(this.#bytes.length * 1.5)));
      grown.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = grown;
    }
    this.#bytes.set(digests, this.#length);
    this.#from[place] = this.#length;
    this.#to[place] = length;
    this.#length = length;
  }

  /** Adds a label; without digests it is one that lacks them, under its number. */
  add(
    { index, publishedAt }: WaitingLabel,
    { number, digests }: { number: string; digests: Uint8Array | undefined },
  ): void {
    const place = this.#indices.length;
    this.#indices.push(index);
    this.#moments.push(publishedAt);
    this.#from.push(NOWHERE);
    this.#to.push(NOWHERE);
    if (digests === undefined) this.#lacking.set(number, place);
    else this.#put(place, digests);
  }

  /** Whether a label lacks its digests. */
  lacks(number: string): boolean {
    return this.#lacking.has(number);
  }

  /** How many labels lack their digests. */
  get lacking(): number {
    return this.#lacking.size;
  }

  /** Adds what was lacking. */
  fill(number: string, digests: Uint8Array): void {
    const place = this.#lacking.get(number);
    if (place !== undefined) this.#put(place, digests);
    this.#lacking.delete(number);
  }

  /**
   * Takes out some labels: their digests, and how many labels; undefined, and nothing is taken, when one lacks its
   * digests.
   */
  take(
    isTaken: (label: WaitingLabel) => boolean,
  ): { readonly digests: Uint8Array; readonly count: number } | undefined {
    const taken = this.#indices.map((index, place) => isTaken({ index, publishedAt: this.#moments[place] ?? '' }));
    if (taken.some((isOne, place) => isOne && this.#from[place] === NOWHERE)) return undefined;
    const count = taken.filter(Boolean).length;
    if (count === taken.length) {
      const digests = this.#bytes.subarray(0, this.#length);
      this.#clear();
      return { digests, count };
    }
    return { digests: this.#part(taken), count };
  }

  #clear(): void {
    [this.#indices, this.#moments, this.#from, this.#to] = [[], [], [], []];
    [this.#bytes, this.#length, this.#lacking] = [new Uint8Array(1 << 16), 0, new Map<string, number>()];
  }

  /** Parts those that are taken from those that stay; answers with the digests of the former. */
  #part(taken: readonly boolean[]): Uint8Array {
    const [indices, moments, from, to] = [this.#indices, this.#moments, this.#from, this.#to];
    const bytes = this.#bytes;
    const numbers = new Map([...this.#lacking].map(([number, place]) => [place, number]));
    this.#clear();
    const digests = new Uint8Array(
      taken.reduce((sum, isOne, at) => (isOne ? sum + (to[at] ?? 0) - (from[at] ?? 0) : sum), 0),
    );
    let length = 0;
    taken.forEach((isOne, place) => {
      const begin = from[place] ?? NOWHERE;
      const own = begin === NOWHERE ? undefined : bytes.subarray(begin, to[place]);
      if (isOne && own !== undefined) {
        digests.set(own, length);
        length += own.length;
      } else {
        const label = { index: indices[place] ?? 0, publishedAt: moments[place] ?? '' };
        this.add(label, { number: numbers.get(place) ?? '', digests: own });
      }
    });
    return digests;
  }
}
