import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { appendLeaves, rootOf, type TreeEdge } from '../../core/log/tree-edge.ts';
import { leafHash } from '../../core/log/tree-hash.ts';
import { lockLogHead, saveGrowth, type PublicFact, type SignedHead } from '../../db/public-log.ts';
import type { Tx } from '../../db/transact.ts';
import { writeNote } from '../../formats/signed-note/signed-note.ts';
import { verifierKey, writeVerifierKey } from '../../formats/signed-note/verifier-key.ts';
import { writeCheckpoint } from '../../formats/tlog-checkpoint/checkpoint.ts';
import type { Deps } from '../ports.ts';
import { sha256Bytes } from '../sha256.ts';

/** What the public log is kept with. */
export type LogDeps = Pick<Deps, 'signer' | 'logOrigin'>;

/** The checkpoint could not be signed, so nothing was made public. */
export type LogNotSigned = { readonly code: 'log_not_signed' };

/** The key that checkpoints of this log are verified with, as text. */
export function logKeyText({ signer, logOrigin }: LogDeps): string {
  return writeVerifierKey(verifierKey(sha256Bytes, { name: logOrigin, kind: 'note', publicKey: signer.publicKey }));
}

async function signHead(deps: LogDeps, edge: TreeEdge): Promise<Result<SignedHead, LogNotSigned>> {
  const { signer, logOrigin: name } = deps;
  const { id } = verifierKey(sha256Bytes, { name, kind: 'note', publicKey: signer.publicKey });
  const root = rootOf(sha256Bytes, edge);
  const text = writeCheckpoint({ origin: name, size: edge.size, root, extensions: [] });
  const signed = await signer.sign(new TextEncoder().encode(text));
  if (!signed.ok) return refused({ code: 'log_not_signed' });
  const checkpoint = writeNote({ text, signatures: [{ name, id, bytes: signed.value }] });
  return ok({ checkpoint, verifierKey: logKeyText(deps) });
}

/**
 * Appends facts to the public log with one new checkpoint, in the transaction of the act that makes them public. It
 * locks the log's head until the transaction ends, so it must be the last lock an act takes. Throws when the log belongs
 * to another key: two keys at work on one log would sign what they do not know.
 */
export async function appendPublicFacts(
  deps: LogDeps,
  tx: Tx,
  facts: readonly PublicFact[],
): Promise<Result<true, LogNotSigned>> {
  const head = await lockLogHead(tx);
  const own = logKeyText(deps);
  if (head.signed !== undefined && head.signed.verifierKey !== own) throw new Error('the public log has another key');
  const encoder = new TextEncoder();
  const hashed = facts.map((fact) => {
    const bytes = encoder.encode(fact.entry);
    return { ...fact, bytes, leafHash: leafHash(sha256Bytes, bytes) };
  });
  const leaves = hashed.map((fact) => fact.leafHash);
  const { edge, completed } = appendLeaves(sha256Bytes, head.edge, leaves);
  const signed = await signHead(deps, edge);
  if (!signed.ok) return signed;
  await saveGrowth(tx, { from: head.edge.size, facts: hashed, completed, edge, signed: signed.value });
  return ok(true);
}
