import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { appendLeaves, rootOf, type TreeEdge } from '../../core/log/tree-edge.ts';
import { leafHash } from '../../core/log/tree-hash.ts';
import { lockLogHead, saveGrowth, type LogKeyTexts, type PublicFact, type SignedHead } from '../../db/public-log.ts';
import type { Tx } from '../../db/transact.ts';
import { writeNote, type NoteSignature } from '../../formats/signed-note/signed-note.ts';
import { parseVerifierKey, verifierKey, writeVerifierKey } from '../../formats/signed-note/verifier-key.ts';
import { writeCheckpoint } from '../../formats/tlog-checkpoint/checkpoint.ts';
import type { Deps, Signer } from '../ports.ts';
import { sha256Bytes } from '../sha256.ts';

/** What the public log is kept with. */
export type LogDeps = Pick<Deps, 'signer' | 'logOrigin' | 'logKeys'>;

/** The checkpoint could not be signed, so nothing was made public. */
export type LogNotSigned = { readonly code: 'log_not_signed' };

/** A key of this log as text. */
export function keyTextOf(logOrigin: string, publicKey: Uint8Array): string {
  return writeVerifierKey(verifierKey(sha256Bytes, { name: logOrigin, kind: 'note', publicKey }));
}

/** The key that checkpoints of this log are verified with until another takes over, as text. */
export function logKeyText({ signer, logOrigin }: LogDeps): string {
  return keyTextOf(logOrigin, signer.publicKey);
}

/**
 * The signer with a key of the log: the first one, or one that took over. Throws for a key that is neither: two keys at
 * work on one log that do not know of each other would sign what they do not know.
 */
async function signerWith(deps: LogDeps, text: string): Promise<Result<Signer, LogNotSigned>> {
  if (text === logKeyText(deps)) return ok(deps.signer);
  const key = parseVerifierKey(sha256Bytes, text);
  if (deps.logKeys === undefined || !key.ok || key.value.name !== deps.logOrigin) {
    throw new Error('the public log has another key');
  }
  const opened = await deps.logKeys.open(key.value.publicKey);
  return opened.ok ? opened : refused({ code: 'log_not_signed' });
}

async function signHead(deps: LogDeps, edge: TreeEdge, keys: LogKeyTexts): Promise<Result<SignedHead, LogNotSigned>> {
  const { logOrigin: name } = deps;
  const root = rootOf(sha256Bytes, edge);
  const text = writeCheckpoint({ origin: name, size: edge.size, root, extensions: [] });
  const message = new TextEncoder().encode(text);
  const signatures: NoteSignature[] = [];
  for (const key of [keys.verifierKey, keys.joiningKey]) {
    if (key === undefined) continue;
    const signer = await signerWith(deps, key);
    if (!signer.ok) return signer;
    const signed = await signer.value.sign(message);
    if (!signed.ok) return refused({ code: 'log_not_signed' });
    const { id } = verifierKey(sha256Bytes, { name, kind: 'note', publicKey: signer.value.publicKey });
    signatures.push({ name, id, bytes: signed.value });
  }
  return ok({ ...keys, checkpoint: writeNote({ text, signatures }) });
}

/**
 * Appends facts to the public log with one new checkpoint, in the transaction of the act that makes them public. It
 * locks the log's head until the transaction ends, so it must be the last lock an act takes. Throws when the log belongs
 * to another key. `turn` says which keys sign from this checkpoint on; the same unless told.
 */
export async function appendPublicFacts(
  deps: LogDeps,
  tx: Tx,
  facts: readonly PublicFact[],
  turn: (keys: LogKeyTexts) => LogKeyTexts = (keys) => keys,
): Promise<Result<true, LogNotSigned>> {
  const head = await lockLogHead(tx);
  const keys = turn(head.signed ?? { verifierKey: logKeyText(deps), joiningKey: undefined });
  const encoder = new TextEncoder();
  const hashed = facts.map((fact) => {
    const bytes = encoder.encode(fact.entry);
    return { ...fact, bytes, leafHash: leafHash(sha256Bytes, bytes) };
  });
  const leaves = hashed.map((fact) => fact.leafHash);
  const { edge, completed } = appendLeaves(sha256Bytes, head.edge, leaves);
  const signed = await signHead(deps, edge, { verifierKey: keys.verifierKey, joiningKey: keys.joiningKey });
  if (!signed.ok) return signed;
  await saveGrowth(tx, { from: head.edge.size, facts: hashed, completed, edge, signed: signed.value });
  return ok(true);
}
