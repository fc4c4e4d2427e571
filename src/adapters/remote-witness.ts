import type { RemoteWitness, WitnessAnswer } from '../app/ports.ts';

/** Milliseconds a witness is waited for. */
const PATIENCE = 10_000;
/** Characters of an answer: a few signature lines. */
const LONGEST = 100_000;

async function ask(address: string, body: string): Promise<WitnessAnswer> {
  const signal = AbortSignal.timeout(PATIENCE);
  const answer = await fetch(`${address}/add-checkpoint`, { method: 'POST', body, signal, redirect: 'error' });
  const text = (await answer.text()).slice(0, LONGEST);
  if (answer.status === 200) return { kind: 'cosigned', lines: text };
  const isSize = answer.status === 409 && answer.headers.get('content-type') === 'text/x.tlog.size';
  if (isSize && /^(0|[1-9]\d{0,14})\n$/.test(text)) return { kind: 'other_size', size: Number(text) };
  return { kind: 'refused', status: answer.status };
}

/** A witness over HTTP (C2SP tlog-witness). */
export function remoteWitness({ key, address }: { readonly key: string; readonly address: string }): RemoteWitness {
  return {
    key,
    addCheckpoint: (body) => ask(address, body).catch((error: unknown) => ({ kind: 'away', cause: String(error) })),
  };
}
