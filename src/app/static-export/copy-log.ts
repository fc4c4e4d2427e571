import { hashesAtLevel, TILE_WIDTH } from '../../core/log/tiles.ts';
import { tilePath, type TileResource } from '../../formats/tlog-tiles/tile-path.ts';
import type { PublicSide } from '../ports.ts';
import type { CopyFiles } from './copy-files.ts';

/** The tiles of a level that a log of `size` entries has and one of `from` entries had not, the last one partial. */
function* newTiles(level: TileResource['level'], from: number, size: number): Generator<TileResource> {
  const height = level === 'entries' ? 0 : level;
  const count = hashesAtLevel(height, size);
  for (let index = Math.floor(hashesAtLevel(height, from) / TILE_WIDTH); index * TILE_WIDTH < count; index += 1) {
    yield { level, index, width: Math.min(TILE_WIDTH, count - index * TILE_WIDTH) };
  }
}

/** Copies the tiles that came with the entries since `from`; answers with the files of the partial ones. */
export async function copyTiles(
  side: PublicSide,
  copy: CopyFiles,
  { from, size }: { readonly from: number; readonly size: number },
): Promise<readonly string[]> {
  const partials: string[] = [];
  const levels: TileResource['level'][] = ['entries'];
  for (let level = 0; hashesAtLevel(level, size) > 0; level += 1) levels.push(level);
  for (const level of levels) {
    for (const tile of newTiles(level, from, size)) {
      const [file] = await copy.small(side, `/log/${tilePath(tile)}`, []);
      if (tile.width < TILE_WIDTH) partials.push(file);
    }
  }
  return partials;
}
