import type { RegisterSource } from '../verify/index.ts';

/** A register did not give what was asked for. */
export class RegisterAway extends Error {}

/** Milliseconds until an answer is there; the dump of all labels may take as long as it does. */
const PATIENCE = 30_000;

/** Bytes of a bundle of the longest entries, which is the longest thing asked for at once. */
const LONGEST = 256 * 65_537;

/** Whatever keeps an answer from arriving, at its beginning or in its middle, is the register's. */
function away(address: string, error: unknown): RegisterAway {
  const { cause } = error as { readonly cause?: unknown };
  return new RegisterAway(`${address}: ${cause instanceof Error ? cause.message : String(error)}`);
}

async function ask(address: string, signal?: AbortSignal): Promise<Response> {
  const answer = await fetch(address, signal === undefined ? {} : { signal }).catch((error: unknown) => {
    throw away(address, error);
  });
  if (!answer.ok && answer.status !== 404) throw new RegisterAway(`${address}: ${answer.status}`);
  return answer;
}

/** What lies under an address, as bytes; undefined where nothing does. */
async function fetchBytes(address: string): Promise<Uint8Array | undefined> {
  const answer = await ask(address, AbortSignal.timeout(PATIENCE));
  if (answer.status === 404) return undefined;
  const bytes = await answer.bytes().catch((error: unknown) => {
    throw away(address, error);
  });
  if (bytes.length > LONGEST) throw new RegisterAway(`${address}: ${bytes.length} bytes`);
  return bytes;
}

/** What lies under an address, as text. */
export async function fetchText(address: string): Promise<string> {
  const bytes = await fetchBytes(address);
  if (bytes === undefined) throw new RegisterAway(`${address}: 404`);
  return new TextDecoder().decode(bytes);
}

async function* linesOf(address: string): AsyncGenerator<string, void> {
  const answer = await ask(address);
  if (!answer.ok || answer.body === null) throw new RegisterAway(`${address}: ${answer.status}`);
  let rest = '';
  try {
    for await (const part of answer.body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + part).split('\n');
      rest = lines.pop() ?? '';
      yield* lines;
    }
  } catch (error) {
    throw away(address, error);
  }
  if (rest !== '') yield rest;
}

/** A register at its public address, for an audit. */
export function registerAt(address: string): RegisterSource {
  return {
    checkpoint: () => fetchText(`${address}/log/checkpoint`),
    tile: (path) => fetchBytes(`${address}/log/${path}`),
    labels: () => linesOf(`${address}/labels.jsonl`),
  };
}
