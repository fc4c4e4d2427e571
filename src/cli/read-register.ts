import type { RegisterSource } from '../verify/index.ts';

/** A register did not give what was asked for. */
export class RegisterAway extends Error {}

/** Milliseconds until the beginning of an answer. */
const PATIENCE = 30_000;

/** Bytes of a bundle of the longest entries, which is the longest thing asked for at once. */
const LONGEST = 256 * 65_537;

async function ask(address: string): Promise<Response> {
  try {
    return await fetch(address, { signal: AbortSignal.timeout(PATIENCE) });
  } catch (error) {
    const { cause } = error as { readonly cause?: unknown };
    throw new RegisterAway(`${address}: ${cause instanceof Error ? cause.message : String(error)}`);
  }
}

async function bytesOf(address: string, answer: Response): Promise<Uint8Array> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (bytes.length > LONGEST) throw new RegisterAway(`${address}: ${bytes.length} bytes`);
  return bytes;
}

/** What lies under an address, as bytes; undefined where nothing does. */
async function fetchBytes(address: string): Promise<Uint8Array | undefined> {
  const answer = await ask(address);
  if (answer.status === 404) return undefined;
  if (!answer.ok) throw new RegisterAway(`${address}: ${answer.status}`);
  return bytesOf(address, answer);
}

/** What lies under an address, as text. */
export async function fetchText(address: string): Promise<string> {
  const bytes = await fetchBytes(address);
  if (bytes === undefined) throw new RegisterAway(`${address}: 404`);
  return new TextDecoder().decode(bytes);
}

async function* linesOf(address: string): AsyncGenerator<string, void> {
  const answer = await fetch(address).catch((error: unknown) => {
    throw new RegisterAway(`${address}: ${String(error)}`);
  });
  if (!answer.ok || answer.body === null) throw new RegisterAway(`${address}: ${answer.status}`);
  let rest = '';
  for await (const part of answer.body.pipeThrough(new TextDecoderStream())) {
    const lines = (rest + part).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
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
