import assert from 'node:assert/strict';
import { appendLeaves, EMPTY_EDGE, rootOf } from '../src/core/log/tree-edge.ts';
import { leafHash } from '../src/core/log/tree-hash.ts';
import { TILE_WIDTH } from '../src/core/log/tiles.ts';
import type { Database } from '../src/db/database.ts';
import { findLogHead, listLogEntries, listTileHashes } from '../src/db/public-log.ts';
import { parseVerifierKey } from '../src/formats/signed-note/verifier-key.ts';
import { openCheckpoint, type Checkpoint } from '../src/formats/tlog-checkpoint/checkpoint.ts';
import { okOf } from './builders/world.ts';
import { verifyEd25519 } from './ed25519.ts';
import { equal } from './equal.ts';
import { naiveRoot } from './naive-tree.ts';
import { sha256Bytes } from './sha256.ts';

/**
 * Holds the log of a database against itself: the signed checkpoint against a tree made anew from all entries, the kept
 * edge and hashes of tiles against that tree. Answers with the checkpoint.
 */
export async function auditedLog(db: Database): Promise<Checkpoint> {
  const { edge, signed } = await findLogHead(db.kysely);
  const entries = await listLogEntries(db.kysely, 0, edge.size + 1);
  assert.equal(entries.length, edge.size, 'the head does not know how many entries there are');
  const leaves = entries.map((entry) => leafHash(sha256Bytes, new TextEncoder().encode(entry)));
  const grown = appendLeaves(sha256Bytes, EMPTY_EDGE, leaves);
  equal(
    edge.hashes.map((hash) => hash.toHex()),
    grown.edge.hashes.map((hash) => hash.toHex()),
    'the edge is not that of the entries',
  );
  for (const { level, index, hash } of grown.completed) {
    const tile = { level, index: Math.floor(index / TILE_WIDTH), width: TILE_WIDTH };
    const kept = (await listTileHashes(db.kysely, tile))[index % TILE_WIDTH];
    assert.equal(kept?.toHex(), hash.toHex(), `the hash of tile ${level}/${index} is not that of its entries`);
  }
  const key = okOf(parseVerifierKey(sha256Bytes, signed?.verifierKey ?? ''));
  const checkpoint = okOf(await openCheckpoint(signed?.checkpoint ?? '', key, verifyEd25519));
  const root = naiveRoot(leaves, true).toHex();
  equal([checkpoint.size, checkpoint.root.toHex(), rootOf(sha256Bytes, edge).toHex()], [leaves.length, root, root]);
  return checkpoint;
}
