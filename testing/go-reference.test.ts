import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { parseVerifierKey } from '../src/formats/signed-note/verifier-key.ts';
import { openCheckpoint } from '../src/formats/tlog-checkpoint/checkpoint.ts';
import { tilePath } from '../src/formats/tlog-tiles/tile-path.ts';
import { hashesAtLevel, TILE_WIDTH, widthOf } from '../src/core/log/tiles.ts';
import { fillLog } from './append-fact.ts';
import { aGrantedCase } from './builders/cases.ts';
import { okOf } from './builders/world.ts';
import { verifyEd25519 } from './ed25519.ts';
import { openEmbeddedCopy } from './embedded-template.ts';
import { equal } from './equal.ts';
import { buildGo, WITHOUT_GO } from './go-reference.ts';
import { aPublicSite } from './public-site.ts';
import { scratchDirectory } from './scratch.ts';
import { sha256Bytes } from './sha256.ts';

type Get = (path: string) => Promise<Response>;

/** Every tile of hashes and every bundle that a tree of this size has. */
function pathsOf(size: number): readonly string[] {
  const paths: string[] = [];
  for (let level = 0; hashesAtLevel(level, size) > 0; level += 1) {
    for (let index = 0; index * TILE_WIDTH < hashesAtLevel(level, size); index += 1) {
      const width = widthOf({ level, index }, size);
      paths.push(tilePath({ level, index, width }));
      if (level === 0) paths.push(tilePath({ level: 'entries', index, width }));
    }
  }
  return paths;
}

/** Copies a served log into a folder, as any mirror would. */
async function mirror(get: Get, folder: string): Promise<string> {
  const text = await (await get('/log/checkpoint')).text();
  const key = (await (await get('/log/vkey')).text()).trim();
  const { size } = okOf(await openCheckpoint(text, okOf(parseVerifierKey(sha256Bytes, key)), verifyEd25519));
  await writeFile(join(folder, 'checkpoint'), text);
  for (const path of pathsOf(size)) {
    const file = join(folder, path);
    await mkdir(dirname(file), { recursive: true });
    const answer = await get(`/log/${path}`);
    assert.equal(answer.status, 200, path);
    await writeFile(file, new Uint8Array(await answer.arrayBuffer()));
  }
  return key;
}

test(
  'Go’s reference implementation reads the log as it is served, believes every entry and proof, and no other',
  { skip: WITHOUT_GO },
  async () => {
    const db = await openEmbeddedCopy();
    try {
      const { world, get } = await aPublicSite(db);
      const { label } = await aGrantedCase(world);
      await fillLog(db, 530);
      const { label: last } = await aGrantedCase(world);
      const folder = scratchDirectory();
      const key = await mirror(get, folder);
      const proofs = await Promise.all(
        [label, last].map(async ({ number }) => {
          const file = join(folder, `${number}.tlog-proof`);
          await writeFile(file, await (await get(`/labels/${number}/proof`)).text());
          return file;
        }),
      );
      const program = buildGo(join(import.meta.dirname, 'go/read-log.go'));
      const read = (...args: readonly string[]): { readonly status: number | null; readonly said: string } => {
        const { status, stdout, stderr } = spawnSync(program, [folder, ...args], { encoding: 'utf8' });
        return { status, said: stdout.trim() + stderr };
      };
      equal(read(key, ...proofs), { status: 0, said: '533' });

      const other = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
      assert.equal(read(other).status, 1);
      const [first = ''] = proofs;
      await writeFile(first, (await readFile(first, 'utf8')).replace(/index \d+/, 'index 0'));
      assert.match(read(key, first).said, /tlog-proof/);
      const bundle = join(folder, 'tile/entries/001');
      const bytes = await readFile(bundle);
      await writeFile(
        bundle,
        bytes.map((byte, place) => (place === 40 ? byte ^ 1 : byte)),
      );
      assert.match(read(key).said, /not that of its tile/);
    } finally {
      await db.close();
    }
  },
);
