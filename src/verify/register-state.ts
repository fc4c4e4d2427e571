import type { LogEntry } from '../formats/public-log-entry/parse-entry.ts';

/** What is known of a published label: from the log, or from the register that claims to follow it. */
export type LabelClaim = { readonly publishedAt: string; readonly recordSha256: string };

type LoggedClaim = LabelClaim & { readonly index: number };

/** In what a register and its log differ about a label, and where the log speaks of it. */
export type Difference = {
  readonly number: string;
  readonly how: 'not_in_log' | 'not_in_register' | 'record_differs' | 'moment_differs' | 'logged_twice';
  readonly index: number | undefined;
};

/** The register as its log tells it, built by reading the entries in their order. */
export class RegisterState {
  readonly #labels = new Map<string, LoggedClaim>();
  readonly #twice: Difference[] = [];

  /** Takes the next entry; kinds that say nothing about labels are passed over. */
  take(index: number, entry: LogEntry): void {
    if (entry.kind !== 'label-published') return;
    const { number, publishedAt, recordSha256 } = entry;
    if (this.#labels.has(number)) this.#twice.push({ number, how: 'logged_twice', index });
    else this.#labels.set(number, { publishedAt, recordSha256, index });
  }

  /** How many labels the log has published. */
  get size(): number {
    return this.#labels.size;
  }

  /**
   * Where a register differs from what the log tells. Labels from place `from` on may be missing in it: they were
   * published while it was read.
   */
  differencesFrom(register: ReadonlyMap<string, LabelClaim>, from: number): readonly Difference[] {
    const differences = [...this.#twice];
    for (const [number, claim] of register) {
      const logged = this.#labels.get(number);
      if (logged === undefined) differences.push({ number, how: 'not_in_log', index: undefined });
      else if (logged.recordSha256 !== claim.recordSha256) {
        differences.push({ number, how: 'record_differs', index: logged.index });
      } else if (logged.publishedAt !== claim.publishedAt) {
        differences.push({ number, how: 'moment_differs', index: logged.index });
      }
    }
    for (const [number, { index }] of this.#labels) {
      if (index < from && !register.has(number)) differences.push({ number, how: 'not_in_register', index });
    }
    return differences;
  }
}
