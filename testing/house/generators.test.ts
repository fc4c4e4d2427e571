import { join } from 'node:path';
import { describe, test } from 'node:test';
import { withPlantedTree } from '../boundaries/planted-tree.ts';
import { equal } from '../equal.ts';
import { staleFiles } from './generators.ts';

describe('generated files', () => {
  test('are stale when they are absent or differ from what their generator writes', async () => {
    const stale = await withPlantedTree({ 'same.md': 'new\n', 'other.md': 'old\n' }, async (root) => {
      const names = ['same.md', 'other.md', 'absent.md'].map((name) => join(root, name));
      const found = await staleFiles(names.map((file) => ({ file, text: () => 'new\n' })));
      return found.map((file) => file.slice(root.length + 1));
    });
    equal(stale, ['other.md', 'absent.md']);
  });
});
