import { createPublicKey, verify } from 'node:crypto';
import { appendPublicFacts, logKeyText } from '../../src/app/log/append-public-facts.ts';
import { inclusionRanges } from '../../src/core/log/proof-ranges.ts';
import { rangeHashes, tilesOf, type ReadTile } from '../../src/core/log/tiles.ts';
import { leafHash } from '../../src/core/log/tree-hash.ts';
import { isIncluded } from '../../src/core/log/tree-proofs.ts';
import type { Database } from '../../src/db/database.ts';
import { findLogHead, type PublicFact } from '../../src/db/public-log.ts';
import { transact } from '../../src/db/transact.ts';
import { parseNote } from '../../src/formats/signed-note/signed-note.ts';
import { parseVerifierKey } from '../../src/formats/signed-note/verifier-key.ts';
import { openCheckpoint } from '../../src/formats/tlog-checkpoint/checkpoint.ts';
import { VERIFY_TOOLS } from '../../src/cli/verify-tools.ts';
import { okOf } from '../../testing/builders/world.ts';
import { TEST_LOG } from '../../testing/test-signer.ts';
import { treeOfLeaves } from '../../testing/tree-of.ts';

const AT = Temporal.Instant.from('2026-04-01T00:00:00Z');
const { sha256, verifyEd25519 } = VERIFY_TOOLS;

/** What makes 32 bytes a SubjectPublicKeyInfo (RFC 8410, 4). */
const PUBLIC_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** An entry of so many bytes that nobody has had before. */
function entryOf(place: number, bytes: number): string {
  return JSON.stringify({ kind: 'benchmark', place, text: '' })
    .replace('""', `"${'x'.repeat(bytes)}"`)
    .slice(0, bytes);
}

/** Appends one batch as an act does: locked, signed, committed. */
export function appender(db: Database, bytes: number): (count: number) => Promise<void> {
  let place = 0;
  return async (count) => {
    const facts = Array.from({ length: count }, (): PublicFact => {
      place += 1;
      return { at: AT, kind: 'benchmark', subject: `b${place}`, entry: entryOf(place, bytes) };
    });
    okOf(await transact(db, (tx) => appendPublicFacts(TEST_LOG, tx, facts)));
  };
}

/** Makes inclusion proofs from tiles held in memory, in a tree as large as the peer's. */
export function prover(size: number): (count: number) => Promise<void> {
  const encoder = new TextEncoder();
  const leaves = Array.from({ length: size }, (_, place) => leafHash(sha256, encoder.encode(String(place))));
  const tree = treeOfLeaves(leaves);
  const kept = new Map<string, ReadTile>();
  let seed = 1;
  return (count) => {
    for (let n = 0; n < count; n += 1) {
      seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
      const ranges = inclusionRanges(seed % size, size);
      const tiles = tilesOf(ranges, size).map((tile) => {
        const name = `${tile.level}/${tile.index}`;
        const found = kept.get(name) ?? { ...tree.tile(tile), memory: new Map() };
        kept.set(name, found);
        return found;
      });
      rangeHashes(sha256, ranges, tiles);
    }
    return Promise.resolve();
  };
}

/** OpenSSL's verification of a signature under a key that is ready, and nothing else: what ours cannot do without. */
export async function bareVerifier(db: Database): Promise<(count: number) => Promise<void>> {
  const { signed } = await findLogHead(db.kysely);
  const note = okOf(parseNote(signed?.checkpoint ?? ''));
  const message = new TextEncoder().encode(note.text);
  const signature = note.signatures[0]?.bytes ?? new Uint8Array(0);
  const der = Buffer.concat([PUBLIC_HEAD, TEST_LOG.signer.publicKey]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  return (count) => {
    for (let n = 0; n < count; n += 1) {
      if (!verify(null, message, key, signature)) throw new Error('a signature did not hold');
    }
    return Promise.resolve();
  };
}

/** Opens the signed checkpoint of a database's log and verifies an inclusion proof in it, again and again. */
export async function verifier(db: Database): Promise<(count: number) => Promise<void>> {
  const { edge, signed } = await findLogHead(db.kysely);
  const rows = await db.kysely.selectFrom('public_log').select('leaf_hash').orderBy('index').execute();
  const leaves = rows.map((row) => row.leaf_hash);
  const tree = treeOfLeaves(leaves);
  const index = Math.floor(edge.size / 3);
  const ranges = inclusionRanges(index, edge.size);
  const proof = rangeHashes(sha256, ranges, tilesOf(ranges, edge.size).map(tree.tile));
  const leaf = { hash: leaves[index] ?? new Uint8Array(0), index };
  const key = okOf(parseVerifierKey(sha256, logKeyText(TEST_LOG)));
  return async (count) => {
    for (let n = 0; n < count; n += 1) {
      const head = okOf(await openCheckpoint(signed?.checkpoint ?? '', key, verifyEd25519));
      if (!isIncluded(sha256, leaf, head, proof)) throw new Error('a proof did not hold');
    }
  };
}
