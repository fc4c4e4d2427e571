import type { RegisterSource } from '../verify/index.ts';

/** A register did not give what was asked for. */
export class RegisterAway extends Error {}

/** Milliseconds a register may say nothing. */
const PATIENCE = 30_000;

/** Bytes of a bundle of the longest entries, which is the longest thing asked for at once. */
const LONGEST = 256 * 65_537;

function away(address: string, error: unknown): RegisterAway {
  const { cause } = error as { readonly cause?: unknown };
  return new RegisterAway(`${address}: ${cause instanceof Error ? cause.message : String(error)}`);
}

/** Ends a request when nothing was heard for so long. */
class Silence {
  readonly #control = new AbortController();
  readonly #timer: NodeJS.Timeout;
  readonly signal = this.#control.signal;

  constructor(patience: number) {
    const end = (): void => this.#control.abort(new Error(`${String(patience)} ms`));
    this.#timer = setTimeout(end, patience).unref();
  }

  broken(): void {
    this.#timer.refresh();
  }

  over(): void {
    clearTimeout(this.#timer);
  }
}

type Answer = { readonly status: number; readonly parts: AsyncGenerator<Uint8Array, void> };

async function* partsOf(address: string, answer: Response, silence: Silence): AsyncGenerator<Uint8Array, void> {
  try {
    for await (const part of answer.body ?? []) {
      silence.broken();
      yield part;
    }
  } catch (error) {
    throw away(address, error);
  } finally {
    silence.over();
  }
}

async function ask(address: string, patience: number): Promise<Answer> {
  const silence = new Silence(patience);
  try {
    const answer = await fetch(address, { signal: silence.signal });
    return { status: answer.status, parts: partsOf(address, answer, silence) };
  } catch (error) {
    silence.over();
    throw away(address, error);
  }
}

/** What lies under an address, as bytes; undefined where nothing does. Nothing longer is read to its end. */
async function fetchBytes(address: string, patience: number): Promise<Uint8Array | undefined> {
  const { status, parts } = await ask(address, patience);
  if (status !== 200) {
    await parts.return();
    if (status === 404) return undefined;
    throw new RegisterAway(`${address}: ${status}`);
  }
  const read: Uint8Array[] = [];
  let length = 0;
  for await (const part of parts) {
    length += part.length;
    if (length > LONGEST) throw new RegisterAway(`${address}: > ${LONGEST} bytes`);
    read.push(part);
  }
  return Buffer.concat(read);
}

/** What lies under an address, as text. */
export async function fetchText(address: string, patience = PATIENCE): Promise<string> {
  const bytes = await fetchBytes(address, patience);
  if (bytes === undefined) throw new RegisterAway(`${address}: 404`);
  return new TextDecoder().decode(bytes);
}

async function* partsAt(address: string, patience: number): AsyncGenerator<Uint8Array, void> {
  const { status, parts } = await ask(address, patience);
  if (status !== 200) {
    await parts.return();
    throw new RegisterAway(`${address}: ${status}`);
  }
  yield* parts;
}

/** A register at its public address, for an audit. */
export function registerAt(address: string, patience = PATIENCE): RegisterSource {
  return {
    checkpoint: () => fetchText(`${address}/log/checkpoint`, patience),
    tile: (path) => fetchBytes(`${address}/log/${path}`, patience),
    labels: () => partsAt(`${address}/labels.jsonl`, patience),
  };
}
