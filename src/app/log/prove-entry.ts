import { inclusionRanges } from '../../core/log/proof-ranges.ts';
import { rangeHashes, tilesOf } from '../../core/log/tiles.ts';
import type { TreeHash } from '../../core/log/tree-hash.ts';
import { withCosignatures } from '../../db/cosignatures.ts';
import { findLogHead, findNewestEntry, findNewestIndex } from '../../db/public-log.ts';
import { writeTlogProof } from '../../formats/tlog-proof/tlog-proof.ts';
import type { Deps } from '../ports.ts';
import { sha256Bytes } from '../sha256.ts';
import { cachedTile } from './tile-cache.ts';

/** Where the newest entry about a subject stands in the public log; undefined when it has none. */
export async function findLogPlace({ db }: Pick<Deps, 'db'>, subject: string): Promise<number | undefined> {
  return findNewestIndex(db.kysely, subject);
}

/** That an entry stands in the log: its way up to the root that a checkpoint signs (RFC 6962, 2.1.1). */
export type Inclusion = {
  readonly index: number;
  readonly hashes: readonly TreeHash[];
  /** The checkpoint the proof leads to, with the cosignatures it had. */
  readonly checkpoint: string;
};

/** Proves to the newest checkpoint that an entry stands in the log, which must reach it. Everybody may have it. */
export async function proveInclusion({ db }: Pick<Deps, 'db'>, index: number): Promise<Inclusion> {
  const { edge, signed } = await findLogHead(db.kysely);
  if (signed === undefined) throw new Error('the public log has entries and no checkpoint');
  const ranges = inclusionRanges(index, edge.size);
  const tiles = await Promise.all(tilesOf(ranges, edge.size).map((tile) => cachedTile(db, tile)));
  return {
    index,
    hashes: rangeHashes(sha256Bytes, ranges, tiles),
    checkpoint: await withCosignatures(db.kysely, edge.size, signed.checkpoint),
  };
}

/**
 * The proof that the newest entry about a subject stands in the log, as text, with the entry itself as extra data: it can
 * be verified without asking this register anything more. Undefined when nothing was logged about the subject. Everybody
 * may have it.
 */
export async function proveEntry({ db }: Pick<Deps, 'db'>, subject: string): Promise<string | undefined> {
  const found = await findNewestEntry(db.kysely, subject);
  if (found === undefined) return undefined;
  // Proven after the entry was read, so that the checkpoint covers it.
  return writeTlogProof({
    extra: new TextEncoder().encode(found.entry),
    ...(await proveInclusion({ db }, found.index)),
  });
}
