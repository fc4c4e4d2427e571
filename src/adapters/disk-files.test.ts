import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { equal } from '../../testing/equal.ts';
import { scratchDirectory } from '../../testing/scratch.ts';
import { mountTinyDisk } from '../../testing/tiny-disk.ts';
import type { FileStore } from '../app/ports.ts';
import type { Sha256 } from '../core/kernel/ids.ts';
import { openDiskFiles } from './disk-files.ts';

const BYTES = Buffer.from('認定書');
const NAME = hash('sha256', BYTES) as Sha256;
const LIMIT = 1_000;

async function contentOf(files: FileStore, sha256: Sha256): Promise<Buffer> {
  const bytes = await files.open(sha256);
  assert.ok(bytes);
  return Buffer.concat(await Array.fromAsync(bytes));
}

const unfinishedIn = (root: string): readonly string[] => readdirSync(join(root, 'incoming'));

test('a stored file is found under its SHA-256, with its size', async () => {
  const root = scratchDirectory();
  const files = await openDiskFiles(root);
  assert.equal(await files.has(NAME), false);
  assert.equal(await files.open(NAME), undefined);
  equal(await files.put(BYTES, LIMIT), { ok: true, value: { sha256: NAME, size: BYTES.length } });
  assert.equal(await files.has(NAME), true);
  equal(await contentOf(files, NAME), BYTES);
  equal(readFileSync(join(root, 'content', NAME.slice(0, 2), NAME.slice(2, 4), NAME)), BYTES);
  equal(unfinishedIn(root), []);
});

test('a part of a file is read wherever it lies, and ends where the file does', async () => {
  const files = await openDiskFiles(scratchDirectory());
  assert.equal(await files.read(NAME, { from: 0, length: 3 }), undefined);
  await files.put(BYTES, LIMIT);
  const part = async (from: number, length: number) => Buffer.from((await files.read(NAME, { from, length })) ?? []);
  equal(await part(3, 3), Buffer.from('定'));
  equal(await part(6, 100), Buffer.from('書'));
  equal(await part(100, 1), Buffer.alloc(0));
});

test('a file of exactly the limit is stored, one byte more is refused and nothing of it is kept', async () => {
  const root = scratchDirectory();
  const files = await openDiskFiles(root);
  let read = 0;
  const pieces = async function* (count: number): AsyncGenerator<Uint8Array> {
    for (read = 0; read < count; read += 1) yield await Promise.resolve(Buffer.alloc(10, read));
  };
  assert.equal((await files.put(pieces(100), LIMIT)).ok, true);
  const refused = await files.put(pieces(1_000_000), LIMIT);
  equal(refused, { ok: false, error: { code: 'file_too_large', limit: LIMIT } });
  assert.equal(read, 100, 'reading stopped at the limit');
  assert.equal((await Array.fromAsync(files.list())).length, 1);
  equal(unfinishedIn(root), []);
});

test('an upload that breaks off is thrown on and nothing of it is kept', async () => {
  const root = scratchDirectory();
  const files = await openDiskFiles(root);
  const broken = async function* (): AsyncGenerator<Uint8Array> {
    yield BYTES;
    await Promise.resolve();
    throw new Error('the line went dead');
  };
  await assert.rejects(files.put(broken(), LIMIT), /the line went dead/);
  equal(unfinishedIn(root), []);
  equal(await Array.fromAsync(files.list()), []);
});

test('the same content stored by many at once is one file', async () => {
  const root = scratchDirectory();
  const stores = [await openDiskFiles(root), await openDiskFiles(root)];
  const results = await Promise.all(
    Array.from({ length: 20 }, (_, n) => (stores[n % 2] as FileStore).put(BYTES, LIMIT)),
  );
  for (const result of results) equal(result, { ok: true, value: { sha256: NAME, size: BYTES.length } });
  equal(await Array.fromAsync((stores[0] as FileStore).list()), [NAME]);
  equal(unfinishedIn(root), []);
});

test('a crash in the middle of an upload leaves no file, and the store clears what is abandoned when opened', async () => {
  const root = scratchDirectory();
  const program = `
    const { openDiskFiles } = await import(${JSON.stringify(join(import.meta.dirname, 'disk-files.ts'))});
    const files = await openDiskFiles(${JSON.stringify(root)});
    await files.put((async function* () {
      yield Buffer.from(${JSON.stringify(BYTES.toString())});
      console.log('written');
      await new Promise((resolve) => setTimeout(resolve, 60_000));
    })(), 1_000);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  assert.ok(child.stdout);
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
  assert.equal(unfinishedIn(root).length, 1);

  const patient = await openDiskFiles(root);
  assert.equal(unfinishedIn(root).length, 1, 'a young one may be another process at work');
  assert.equal(await patient.has(NAME), false);
  const files = await openDiskFiles(root, { abandonedAfter: Temporal.Duration.from({ hours: 0 }) });
  equal(unfinishedIn(root), []);
  assert.equal((await files.put(BYTES, LIMIT)).ok, true);
});

test('storing a damaged file again heals it', async () => {
  const root = scratchDirectory();
  const files = await openDiskFiles(root);
  await files.put(BYTES, LIMIT);
  writeFileSync(join(root, 'content', NAME.slice(0, 2), NAME.slice(2, 4), NAME), 'damaged');
  await files.put(BYTES, LIMIT);
  equal(await contentOf(files, NAME), BYTES);
});

test('files are listed in the order of their names, and nothing else is', async () => {
  const root = scratchDirectory();
  const files = await openDiskFiles(root);
  for (let n = 0; n < 40; n += 1) await files.put(Buffer.from(String(n)), LIMIT);
  const folder = join(root, 'content', '00', '00');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, '.DS_Store'), '');
  const names = await Array.fromAsync(files.list());
  assert.equal(names.length, 40);
  equal(names, names.toSorted());
});

test('a full disk is a refusal, and nothing is kept', async (t) => {
  const disk = mountTinyDisk({ megabytes: 1 });
  if (disk === undefined) {
    t.skip('MOUNTING A TINY DISK IS NOT ALLOWED HERE: the full disk was not tried');
    return;
  }
  try {
    const files = await openDiskFiles(disk.directory);
    const refused = await files.put(Buffer.alloc(2_000_000, 1), 3_000_000);
    equal(refused, { ok: false, error: { code: 'file_store_full' } });
    equal(unfinishedIn(disk.directory), []);
    assert.equal((await files.put(BYTES, LIMIT)).ok, true);
  } finally {
    disk.unmount();
  }
});
