import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** Paths and their text. */
export type Files = Readonly<Record<string, string>>;

/** Several trees as one. */
export const together = (...trees: readonly Files[]): Files =>
  trees.reduce<Files>((all, one) => ({ ...all, ...one }), {});

const installed = (name: string): Files => ({
  [`node_modules/${name}/package.json`]: JSON.stringify({ name, version: '1.0.0', type: 'module', exports: './it.js' }),
  [`node_modules/${name}/it.js`]: 'export const it = 1;',
});

const GROUND: Files = {
  'package.json': JSON.stringify({
    type: 'module',
    dependencies: { pg: '1.0.0', '@electric-sql/pglite': '1.0.0', hono: '1.0.0', zod: '1.0.0' },
    devDependencies: { 'fast-check': '1.0.0' },
  }),
  ...together(...['pg', '@electric-sql/pglite', 'hono', 'zod', 'fast-check'].map(installed)),
};

/** Lends a small project that holds these files and a few packages, and takes it away afterwards. */
export async function withPlantedTree<T>(files: Files, use: (root: string) => Promise<T>): Promise<T> {
  const root = await mkdtemp(join(tmpdir(), 'shirushi-planted-'));
  try {
    for (const [path, text] of Object.entries({ ...GROUND, ...files })) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), text);
    }
    return await use(root);
  } finally {
    await rm(root, { recursive: true });
  }
}
