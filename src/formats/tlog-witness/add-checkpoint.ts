import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { TreeHash } from '../../core/log/tree-hash.ts';
import { parseCount, parseHash } from '../tlog-checkpoint/checkpoint.ts';

/**
 * What a log asks a witness: to cosign a checkpoint that is shown to follow from the last one cosigned (C2SP
 * tlog-witness).
 */
export type AddCheckpoint = {
  /** Entries of the checkpoint the witness cosigned last; 0 where there is none. */
  readonly old: number;
  /** The consistency proof from there (RFC 6962, 2.1.2). */
  readonly proof: readonly TreeHash[];
  /** The signed checkpoint, as the log gave it. */
  readonly checkpoint: string;
};

/** A text that asks a witness for nothing. */
type AddCheckpointRefusal = { readonly code: 'request_malformed' };

const MOST_HASHES = 63;

/** Characters such a request may have at most. */
const LONGEST = 100_000;

/** The request as text. */
export function writeAddCheckpoint({ old, proof, checkpoint }: AddCheckpoint): string {
  return `old ${old}\n${proof.map((hash) => `${hash.toBase64()}\n`).join('')}\n${checkpoint}`;
}

/** Reads a request; the checkpoint in it is kept as it is, believed or not. */
export function parseAddCheckpoint(text: string): Result<AddCheckpoint, AddCheckpointRefusal> {
  const parting = text.length > LONGEST ? -1 : text.indexOf('\n\n');
  const [first = '', ...lines] = text.slice(0, Math.max(parting, 0)).split('\n');
  const old = first.startsWith('old ') ? parseCount(first.slice(4)) : undefined;
  const proof = lines.slice(0, MOST_HASHES + 1).map(parseHash);
  const isWhole = proof.length <= MOST_HASHES && proof.every((hash) => hash !== undefined);
  if (old === undefined || !isWhole) return refused({ code: 'request_malformed' });
  return ok({ old, proof, checkpoint: text.slice(parting + 2) });
}
