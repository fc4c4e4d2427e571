import { hash } from 'node:crypto';
import { open, readFile, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { WitnessMemory } from '../app/ports.ts';

const FORMAT = 'shirushi-witness/1';

async function synced(path: string, content: string | undefined): Promise<void> {
  const handle = await open(path, content === undefined ? 'r' : 'w', 0o600);
  try {
    if (content !== undefined) await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * What a witness remembers, one file for each log in a folder. A file is replaced whole and reaches the disk before `keep`
 * answers. One that cannot be read is thrown: a witness that takes a damaged memory for an empty one would sign a fork.
 */
export function witnessFiles(folder: string): WitnessMemory {
  const fileOf = (origin: string): string => join(folder, `${hash('sha256', origin).slice(0, 32)}.witness.json`);
  return {
    find: async (origin) => {
      const text = await readFile(fileOf(origin), 'utf8').catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
        throw error;
      });
      if (text === undefined) return undefined;
      const kept = JSON.parse(text) as { format: string; origin: string; size: number; root: string };
      const isWhole = kept.format === FORMAT && kept.origin === origin && Number.isSafeInteger(kept.size);
      const root = Uint8Array.fromHex(kept.root);
      if (!isWhole || root.length !== 32) throw new Error(`${fileOf(origin)} is not what a witness keeps`);
      return { size: kept.size, root };
    },
    keep: async (origin, { size, root }) => {
      const file = fileOf(origin);
      const content = JSON.stringify({ format: FORMAT, origin, size, root: root.toHex() });
      await synced(`${file}.new`, `${content}\n`);
      await rename(`${file}.new`, file);
      await synced(folder, undefined);
    },
  };
}
