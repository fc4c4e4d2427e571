import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { isConsistent, type TreeHead } from '../../core/log/tree-proofs.ts';
import { emptyTreeHash, isSameHash } from '../../core/log/tree-hash.ts';
import { parseNote, writeNote } from '../../formats/signed-note/signed-note.ts';
import type { VerifyEd25519 } from '../../formats/signed-note/open-note.ts';
import { verifierKey, type VerifierKey } from '../../formats/signed-note/verifier-key.ts';
import { openCheckpoint, type Checkpoint } from '../../formats/tlog-checkpoint/checkpoint.ts';
import { cosignatureBytes, cosignedMessage } from '../../formats/tlog-cosignature/cosignature.ts';
import { parseAddCheckpoint, type AddCheckpoint } from '../../formats/tlog-witness/add-checkpoint.ts';
import type { Clock, Signer, WitnessMemory } from '../ports.ts';
import { sha256Bytes } from '../sha256.ts';

/** What a witness is built with. */
export type WitnessDeps = {
  readonly name: string;
  readonly signer: Signer;
  readonly clock: Clock;
  /** The keys of the logs it knows; each log is named by its key. */
  readonly logs: readonly VerifierKey[];
  readonly memory: WitnessMemory;
  readonly verifyEd25519: VerifyEd25519;
};

/** Why a checkpoint was not cosigned. `size` is that of the checkpoint cosigned last. */
export type WitnessRefusal =
  | { readonly code: 'request_malformed' | 'log_unknown' | 'checkpoint_not_believed' | 'older_is_larger' }
  | { readonly code: 'size_differs' | 'root_differs'; readonly size: number }
  | { readonly code: 'not_consistent' | 'signer_failed' };

/** The public side of a witness. */
export function witnessKey({ name, signer }: Pick<WitnessDeps, 'name' | 'signer'>): VerifierKey {
  return verifierKey(sha256Bytes, { name, kind: 'cosignature', publicKey: signer.publicKey });
}

async function believed(deps: WitnessDeps, message: string): Promise<Result<Checkpoint, WitnessRefusal>> {
  const note = parseNote(message);
  if (!note.ok) return refused({ code: 'request_malformed' });
  const origin = note.value.text.slice(0, note.value.text.indexOf('\n'));
  const keys = deps.logs.filter(({ name }) => name === origin);
  if (keys.length === 0) return refused({ code: 'log_unknown' });
  for (const key of keys) {
    const checkpoint = await openCheckpoint(message, key, deps.verifyEd25519);
    if (checkpoint.ok) return checkpoint;
  }
  return refused({ code: 'checkpoint_not_believed' });
}

/** Whether a checkpoint follows from the one cosigned last, by its proof (C2SP tlog-witness, add-checkpoint). */
function unmet({ old, proof }: AddCheckpoint, last: TreeHead, newer: TreeHead): WitnessRefusal | undefined {
  if (old > newer.size) return { code: 'older_is_larger' };
  if (old !== last.size) return { code: 'size_differs', size: last.size };
  if (old === newer.size && !isSameHash(last.root, newer.root)) return { code: 'root_differs', size: last.size };
  return isConsistent(sha256Bytes, { older: last, newer }, proof) ? undefined : { code: 'not_consistent' };
}

async function cosign(deps: WitnessDeps, checkpoint: string): Promise<Result<string, WitnessRefusal>> {
  const text = checkpoint.slice(0, checkpoint.lastIndexOf('\n\n') + 1);
  const seconds = Math.floor(deps.clock.now().epochMilliseconds / 1000);
  const signed = await deps.signer.sign(cosignedMessage(seconds, text));
  if (!signed.ok) return refused({ code: 'signer_failed' });
  const { name, id } = witnessKey(deps);
  const bytes = cosignatureBytes(seconds, signed.value);
  return ok(writeNote({ text: '', signatures: [{ name, id, bytes }] }).slice(1));
}

async function answer(deps: WitnessDeps, body: string): Promise<Result<string, WitnessRefusal>> {
  const request = parseAddCheckpoint(body);
  if (!request.ok) return request;
  const checkpoint = await believed(deps, request.value.checkpoint);
  if (!checkpoint.ok) return checkpoint;
  const { origin, size, root } = checkpoint.value;
  const last = (await deps.memory.find(origin)) ?? { size: 0, root: emptyTreeHash(sha256Bytes) };
  const refusal = unmet(request.value, last, { size, root });
  if (refusal !== undefined) return refused(refusal);
  // Kept first: a witness that has signed and then forgets could sign a fork.
  await deps.memory.keep(origin, { size, root });
  return cosign(deps, request.value.checkpoint);
}

/**
 * A witness: cosigns the checkpoints of logs it knows, each only if it holds everything that was in the one before. It
 * answers one request at a time, so that no two are held against the same memory; only one process may use a memory.
 */
export function createWitness(deps: WitnessDeps): (body: string) => Promise<Result<string, WitnessRefusal>> {
  let turn: Promise<unknown> = Promise.resolve();
  return (body) => {
    const mine = turn.then(() => answer(deps, body));
    turn = mine.catch(() => undefined);
    return mine;
  };
}
