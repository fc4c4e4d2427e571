import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { TILE_WIDTH, type Tile } from '../../core/log/tiles.ts';

/** What lies under a tile's path: hashes of a level, or the entries themselves. */
export type TileResource = Omit<Tile, 'level'> & { readonly level: number | 'entries' };

/** A path names no tile. */
type TilePathRefusal = { readonly code: 'tile_path_malformed' };

const HIGHEST_LEVEL = 63;

/** In groups of three digits, all but the last marked, so that a folder never has the name of a file. */
function indexPath(index: number): string {
  const digits = String(index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/g) ?? [];
  return groups.map((group, place) => (place < groups.length - 1 ? `x${group}` : group)).join('/');
}

/** Where a tile lies under the log's prefix, without a slash in front (C2SP tlog-tiles, Merkle Tree). */
export function tilePath({ level, index, width }: TileResource): string {
  return `tile/${level}/${indexPath(index)}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

const PATH = /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/){0,5}[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/;

function isPossible({ level, index, width }: TileResource): boolean {
  return width >= 1 && Number.isSafeInteger(index * TILE_WIDTH) && (level === 'entries' || level <= HIGHEST_LEVEL);
}

/** Reads a tile's path; of all ways to write one only the one above is taken. */
export function parseTilePath(path: string): Result<TileResource, TilePathRefusal> {
  const [whole, levelText = '', indexText = '', width = String(TILE_WIDTH)] = PATH.exec(path) ?? [];
  const level = levelText === 'entries' ? levelText : Number(levelText);
  const tile: TileResource = { level, index: Number(indexText.replaceAll(/[x/]/g, '')), width: Number(width) };
  const isOne = whole !== undefined && isPossible(tile) && tilePath(tile) === path;
  return isOne ? ok(tile) : refused({ code: 'tile_path_malformed' });
}
