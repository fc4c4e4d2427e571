import { findLogHead, listLogEntries, listTileHashes, type SignedHead } from '../../db/public-log.ts';
import { HASH_BYTES } from '../../core/log/tree-hash.ts';
import { TILE_WIDTH } from '../../core/log/tiles.ts';
import { withCosignatures } from '../../db/cosignatures.ts';
import { writeEntryBundle } from '../../formats/tlog-tiles/entry-bundle.ts';
import type { TileResource } from '../../formats/tlog-tiles/tile-path.ts';
import type { Deps } from '../ports.ts';

/** The public log as anybody may read it: what it signed last, and how many entries that covers. */
export type ShownLog = SignedHead & { readonly size: number };

/** The state of the log; undefined before its first entry. Everybody may read it. */
export async function readLog({ db }: Pick<Deps, 'db'>): Promise<ShownLog | undefined> {
  const { edge, signed } = await findLogHead(db.kysely);
  if (signed === undefined) return undefined;
  const checkpoint = await withCosignatures(db.kysely, edge.size, signed.checkpoint);
  return { ...signed, checkpoint, size: edge.size };
}

/** The bytes of a tile, which never change; undefined where the log does not reach it. Everybody may read it. */
export async function readTile({ db }: Pick<Deps, 'db'>, tile: TileResource): Promise<Uint8Array | undefined> {
  const { level, index, width } = tile;
  if (level === 'entries') {
    const entries = await listLogEntries(db.kysely, index * TILE_WIDTH, width);
    return entries.length < width
      ? undefined
      : writeEntryBundle(entries.map((entry) => new TextEncoder().encode(entry)));
  }
  const hashes = await listTileHashes(db.kysely, { level, index, width });
  if (hashes.length < width) return undefined;
  const bytes = new Uint8Array(width * HASH_BYTES);
  hashes.forEach((hash, place) => bytes.set(hash, place * HASH_BYTES));
  return bytes;
}
