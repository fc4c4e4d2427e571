import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { withPlantedTree } from '../boundaries/planted-tree.ts';
import { equal } from '../equal.ts';
import { scratchDirectory } from '../scratch.ts';
import { GENERATORS, staleFiles } from './generators.ts';

describe('generated files', () => {
  test('are stale when they are absent or differ from what their generator writes', async () => {
    const stale = await withPlantedTree({ 'same.md': 'new\n', 'other.md': 'old\n' }, async (root) => {
      const names = ['same.md', 'other.md', 'absent.md'].map((name) => join(root, name));
      const found = await staleFiles(names.map((file) => ({ file, content: () => 'new\n' })));
      return found.map((file) => file.slice(root.length + 1));
    });
    equal(stale, ['other.md', 'absent.md']);
  });

  test('may hold any bytes, and one that differs in a single byte is stale', async () => {
    const [made, other] = [Uint8Array.of(0x50, 0xff, 0x00), Uint8Array.of(0x50, 0xfe, 0x00)];
    const folder = scratchDirectory();
    for (const [name, bytes] of Object.entries({ 'same.xlsx': made, 'other.xlsx': other })) {
      writeFileSync(join(folder, name), bytes);
    }
    const files = ['same.xlsx', 'other.xlsx'].map((name) => join(folder, name));
    equal(await staleFiles(files.map((file) => ({ file, content: () => Promise.resolve(made) }))), [files[1]]);
  });

  test('are the documents made from code and the examples, and all are as their generators make them', async () => {
    equal(
      GENERATORS.map(({ file }) => file.split('/')[0]),
      ['docs', 'docs', 'docs', 'docs', 'docs', 'examples', 'examples', 'examples', 'examples'],
    );
    equal(await staleFiles(GENERATORS), []);
  });
});
