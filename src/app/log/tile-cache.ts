import { joinedHashes } from '../../core/log/tree-hash.ts';
import { TILE_WIDTH, type ReadTile, type Tile } from '../../core/log/tiles.ts';
import type { Database, Reader } from '../../db/database.ts';
import { listTileHashes } from '../../db/public-log.ts';

/** Full tiles kept in memory for each database: at 8 kB and what is computed in them, some megabytes. */
const MOST = 200;

const kept = new WeakMap<Database, Map<string, ReadTile>>();

async function read(db: Reader, tile: Tile): Promise<ReadTile> {
  return { level: tile.level, index: tile.index, bytes: joinedHashes(await listTileHashes(db, tile)) };
}

/** A tile of the public log for making proofs. Full ones never change and are remembered, the latest used longest. */
export async function cachedTile(db: Database, tile: Tile): Promise<ReadTile> {
  if (tile.width < TILE_WIDTH) return read(db.kysely, tile);
  const tiles = kept.get(db) ?? new Map<string, ReadTile>();
  kept.set(db, tiles);
  const name = `${tile.level}/${tile.index}`;
  const found = tiles.get(name) ?? { ...(await read(db.kysely, tile)), memory: new Map() };
  tiles.delete(name);
  tiles.set(name, found);
  const [oldest] = tiles.keys();
  if (tiles.size > MOST && oldest !== undefined) tiles.delete(oldest);
  return found;
}
