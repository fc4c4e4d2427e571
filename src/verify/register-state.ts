import { HASH_BYTES } from '../core/log/tree-hash.ts';

/** What is known of a published label: from the log, or from the register that claims to follow it. */
type LabelClaim = { readonly publishedAt: string; readonly recordSha256: string };

/** In what a register and its log differ about a label, and where the log speaks of it. */
export type Difference = {
  readonly number: string;
  readonly how: 'not_in_log' | 'not_in_register' | 'record_differs' | 'moment_differs' | 'logged_twice';
  readonly index: number | undefined;
};

/**
 * The register as its log tells it, built by reading the entries in their order, and which of its labels the register was
 * seen to have. A label takes some two hundred bytes of memory, whatever its record.
 */
export class RegisterState {
  readonly #places = new Map<string, number>();
  readonly #moments: string[] = [];
  readonly #indices: number[] = [];
  readonly #isSeen: boolean[] = [];
  readonly #twice: Difference[] = [];
  readonly #others: Difference[] = [];
  /** Labels of the register that the log has not published so far. */
  readonly #ahead = new Map<string, LabelClaim>();
  #hashes = new Uint8Array(HASH_BYTES * 1024);

  /** Takes the next publication. */
  publish(index: number, { number, publishedAt, recordSha256 }: LabelClaim & { readonly number: string }): void {
    if (this.#places.has(number)) {
      this.#twice.push({ number, how: 'logged_twice', index });
      return;
    }
    const place = this.#places.size;
    this.#places.set(number, place);
    this.#moments.push(publishedAt);
    this.#indices.push(index);
    this.#isSeen.push(false);
    if ((place + 1) * HASH_BYTES > this.#hashes.length) {
      const grown = new Uint8Array(this.#hashes.length * 2);
      grown.set(this.#hashes);
      this.#hashes = grown;
    }
    this.#hashes.set(Uint8Array.fromHex(recordSha256), place * HASH_BYTES);
  }

  /** How many labels the log has published. */
  get size(): number {
    return this.#places.size;
  }

  #hasHash(place: number, hash: Uint8Array): boolean {
    for (let at = 0; at < HASH_BYTES; at += 1) {
      if (this.#hashes[place * HASH_BYTES + at] !== hash[at]) return false;
    }
    return true;
  }

  /** Whether the log has published a label with a record of this hash. */
  hasRecord(number: string, recordSha256: string): boolean {
    const place = this.#places.get(number);
    return place !== undefined && this.#hasHash(place, Uint8Array.fromHex(recordSha256));
  }

  /**
   * Takes a label of the register if it is one the log has published, at that moment and with a record of that hash, and
   * was not seen yet.
   */
  sees(number: string, publishedAt: string, hash: Uint8Array): boolean {
    const place = this.#places.get(number);
    const isIt =
      place !== undefined && !this.#isSeen[place] && this.#moments[place] === publishedAt && this.#hasHash(place, hash);
    if (isIt) this.#isSeen[place] = true;
    return isIt;
  }

  /** Takes any label of the register, to be compared; false for one that was there already. */
  claim(number: string, claim: LabelClaim): boolean {
    const place = this.#places.get(number);
    if (place === undefined) {
      const isNew = !this.#ahead.has(number);
      this.#ahead.set(number, claim);
      return isNew;
    }
    if (this.#isSeen[place] === true) return false;
    this.#isSeen[place] = true;
    this.#compare(place, number, claim);
    return true;
  }

  #compare(place: number, number: string, { publishedAt, recordSha256 }: LabelClaim): void {
    const index = this.#indices[place];
    if (!this.#hasHash(place, Uint8Array.fromHex(recordSha256))) {
      this.#others.push({ number, how: 'record_differs', index });
    } else if (this.#moments[place] !== publishedAt) this.#others.push({ number, how: 'moment_differs', index });
  }

  /** What of the register the log has published since it was read is compared, too. */
  #catchUp(): void {
    for (const [number, claim] of this.#ahead) {
      const place = this.#places.get(number);
      if (place === undefined) this.#others.push({ number, how: 'not_in_log', index: undefined });
      else {
        this.#isSeen[place] = true;
        this.#compare(place, number, claim);
      }
    }
    this.#ahead.clear();
  }

  /**
   * Where the register differs from what the log tells. Labels from place `from` on may be missing in it: they were
   * published while it was read.
   */
  differencesFrom(from: number): readonly Difference[] {
    this.#catchUp();
    const missing: Difference[] = [];
    for (const [number, place] of this.#places) {
      const index = this.#indices[place] ?? 0;
      if (index < from && this.#isSeen[place] !== true) missing.push({ number, how: 'not_in_register', index });
    }
    return [...this.#twice, ...this.#others, ...missing];
  }
}
