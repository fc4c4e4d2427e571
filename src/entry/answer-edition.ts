import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('..', import.meta.url));

/**
 * Names what answers are made by: the program, by the content of its files, and the settings they follow. What another
 * program or other settings made is told from what this one would make.
 */
export async function answerEdition(settings: readonly unknown[]): Promise<string> {
  const hash = createHash('sha256').update(JSON.stringify(settings));
  const entries = await readdir(SOURCE, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'));
  for (const file of files.map(({ parentPath, name }) => join(parentPath, name)).sort()) {
    hash
      .update(file.slice(SOURCE.length))
      .update('\0')
      .update(await readFile(file));
  }
  return hash.digest('hex').slice(0, 16);
}
