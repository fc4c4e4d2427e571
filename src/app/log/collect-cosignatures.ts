import { consistencyRanges } from '../../core/log/proof-ranges.ts';
import { rangeHashes, tilesOf } from '../../core/log/tiles.ts';
import { ok } from '../../core/kernel/result.ts';
import { findCosignatureOf, saveCosignature } from '../../db/cosignatures.ts';
import { findLogHead } from '../../db/public-log.ts';
import { transact } from '../../db/transact.ts';
import type { VerifyEd25519 } from '../../formats/signed-note/open-note.ts';
import { parseNote, writeNote } from '../../formats/signed-note/signed-note.ts';
import { parseVerifierKey } from '../../formats/signed-note/verifier-key.ts';
import { findCosignature } from '../../formats/tlog-cosignature/cosignature.ts';
import { writeAddCheckpoint } from '../../formats/tlog-witness/add-checkpoint.ts';
import type { Deps, RemoteWitness, WitnessAnswer } from '../ports.ts';
import { sha256Bytes } from '../sha256.ts';
import { cachedTile } from './tile-cache.ts';

type CollectDeps = Pick<Deps, 'db' | 'witnesses'> & { readonly verifyEd25519: VerifyEd25519 };

type Newest = { readonly size: number; readonly checkpoint: string };

/** Of what a witness answered, the signature lines that are its own and hold; undefined when there are none. */
async function heldLines(
  deps: CollectDeps,
  witness: string,
  newest: Newest,
  lines: string,
): Promise<string | undefined> {
  const [key, note] = [parseVerifierKey(sha256Bytes, witness), parseNote(newest.checkpoint + lines)];
  if (!key.ok || !note.ok) return undefined;
  const { name, id } = key.value;
  const own = note.value.signatures.filter((signature) => signature.name === name && signature.id === id).slice(0, 1);
  const text = note.value.text;
  if ((await findCosignature({ text, signatures: own }, key.value, deps.verifyEd25519)) === undefined) return undefined;
  return writeNote({ text, signatures: own }).slice(text.length + 1);
}

async function asked(deps: CollectDeps, witness: RemoteWitness, old: number, newest: Newest): Promise<WitnessAnswer> {
  const ranges = consistencyRanges(old, newest.size);
  const tiles = await Promise.all(tilesOf(ranges, newest.size).map((tile) => cachedTile(deps.db, tile)));
  const proof = rangeHashes(sha256Bytes, ranges, tiles);
  return witness.addCheckpoint(writeAddCheckpoint({ old, proof, checkpoint: newest.checkpoint }));
}

/** Asks one witness; once more from where it says it is, should that be elsewhere than we thought. */
async function collectFrom(deps: CollectDeps, witness: RemoteWitness, newest: Newest): Promise<boolean> {
  const known = await findCosignatureOf(deps.db.kysely, witness.key);
  if (known?.size === newest.size) return false;
  const first = await asked(deps, witness, Math.min(known?.size ?? 0, newest.size), newest);
  const isElsewhere = first.kind === 'other_size' && first.size <= newest.size;
  const answer = isElsewhere ? await asked(deps, witness, first.size, newest) : first;
  if (answer.kind !== 'cosigned') return false;
  const line = await heldLines(deps, witness.key, newest, answer.lines);
  if (line === undefined) return false;
  await transact(deps.db, async (tx) => {
    await saveCosignature(tx, { witness: witness.key, size: newest.size, line });
    return ok(true);
  });
  return true;
}

/**
 * Asks the configured witnesses to cosign the newest checkpoint; safe to run again and beside itself. A witness that is
 * away, or answers with what does not hold, is asked again the next time.
 */
export async function collectCosignatures(deps: CollectDeps): Promise<{ readonly cosigned: number }> {
  const { edge, signed } = await findLogHead(deps.db.kysely);
  if (signed === undefined) return { cosigned: 0 };
  const newest = { size: edge.size, checkpoint: signed.checkpoint };
  let cosigned = 0;
  for (const witness of deps.witnesses ?? []) if (await collectFrom(deps, witness, newest)) cosigned += 1;
  return { cosigned };
}
