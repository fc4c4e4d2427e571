/** A label whose keys stand in no list yet; its digests are undefined while nobody has its record. */
export type WaitingLabel = {
  readonly index: number;
  readonly publishedAt: string;
  /** Where its digests lie, from one byte up to another. */
  from: number;
  to: number;
};

/** Labels with their digests, all in one piece of memory: there may be millions. */
export class WaitingLabels {
  #labels: WaitingLabel[] = [];
  #bytes = new Uint8Array(1 << 16);
  #length = 0;

  #put(digests: Uint8Array): void {
    const length = this.#length + digests.length;
    if (length > this.#bytes.length) {
      const grown = new Uint8Array(Math.max(length, Math.ceil(this.#bytes.length * 1.5)));
      grown.set(this.#bytes.subarray(0, this.#length));
      this.#bytes = grown;
    }
    this.#bytes.set(digests, this.#length);
    this.#length = length;
  }

  /** Adds a label; its digests may come later. */
  add(label: Pick<WaitingLabel, 'index' | 'publishedAt'>, digests: Uint8Array | undefined): WaitingLabel {
    const added = { ...label, from: -1, to: -1 };
    this.#labels.push(added);
    if (digests !== undefined) this.fill(added, digests);
    return added;
  }

  /** Adds what was lacking. */
  fill(label: WaitingLabel, digests: Uint8Array): void {
    label.from = this.#length;
    this.#put(digests);
    label.to = this.#length;
  }

  /** Takes out some labels: their digests, and how many labels; undefined, and nothing is taken, when one lacks its digests. */
  take(
    isTaken: (label: WaitingLabel) => boolean,
  ): { readonly digests: Uint8Array; readonly count: number } | undefined {
    const [taken, left]: [WaitingLabel[], WaitingLabel[]] = [[], []];
    for (const label of this.#labels) (isTaken(label) ? taken : left).push(label);
    if (taken.some(({ from }) => from < 0)) return undefined;
    const bytes = this.#bytes.subarray(0, this.#length);
    [this.#labels, this.#bytes, this.#length] = [[], new Uint8Array(1 << 16), 0];
    for (const label of left) {
      this.#labels.push(label);
      if (label.from >= 0) this.fill(label, bytes.subarray(label.from, label.to));
    }
    if (left.length === 0) return { digests: bytes, count: taken.length };
    const digests = new Uint8Array(taken.reduce((sum, { from, to }) => sum + to - from, 0));
    let at = 0;
    for (const { from, to } of taken) {
      digests.set(bytes.subarray(from, to), at);
      at += to - from;
    }
    return { digests, count: taken.length };
  }
}
