/** How a write can fail: before or after it took effect, and whether whoever wrote goes on or is gone with it. */
export const FAULTS = ['lost before', 'lost after', 'killed before', 'killed after'] as const;
type FaultKind = (typeof FAULTS)[number];

/** Which write fails, counted from 1, and how. */
export type Fault = { readonly at: number; readonly kind: FaultKind };

/** What whoever writes is told, or what ends it. */
export class WriteFailed extends Error {}

/**
 * Everything one run writes outside itself, in order, of which one write may fail. Whoever was killed writes nothing more.
 */
export class ExternalWrites {
  readonly done: string[] = [];
  readonly #fault: Fault | undefined;
  #isDead = false;

  constructor(fault?: Fault) {
    this.#fault = fault;
  }

  /** Whether the run came to the write that was to fail. */
  get hasFailed(): boolean {
    return this.#fault !== undefined && this.done.length >= this.#fault.at;
  }

  #die(name: string): never {
    this.#isDead = true;
    throw new WriteFailed(`killed at ${name}`);
  }

  /** Throws where the process is no more. */
  live(): void {
    if (this.#isDead) throw new WriteFailed('the process is no more');
  }

  /** Does one write, or fails at it; `told` is what a port answers when the other side is not there. */
  async write<T>(name: string, act: () => Promise<T>, told?: () => T): Promise<T> {
    this.live();
    this.done.push(name);
    const { at, kind } = this.#fault ?? { at: 0, kind: 'lost before' };
    if (this.done.length !== at) return act();
    if (kind === 'killed before') this.#die(name);
    if (kind === 'killed after' || kind === 'lost after') await act();
    if (kind === 'killed after') this.#die(name);
    if (told !== undefined) return told();
    throw new WriteFailed(`lost: ${name}`);
  }
}
