import assert from 'node:assert/strict';
import { chmod, copyFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { okOf } from '../../testing/builders/world.ts';
import { verifyEd25519 } from '../../testing/ed25519.ts';
import { equal } from '../../testing/equal.ts';
import { scratchDirectory } from '../../testing/scratch.ts';
import { issuerKeyFiles } from './issuer-key-files.ts';

const message = new TextEncoder().encode('a credential');
const troubleOf = async (folder: string, publicKey: Uint8Array): Promise<string> => {
  const opened = await issuerKeyFiles(folder).open(publicKey);
  return opened.ok ? 'ok' : opened.error.trouble;
};

test('each key is a file of its own, for its owner alone, and signs as before after a restart', async () => {
  const folder = join(scratchDirectory(), 'issuer-keys');
  const [first, second] = [okOf(await issuerKeyFiles(folder).create()), okOf(await issuerKeyFiles(folder).create())];
  equal((await readdir(folder)).sort(), [`${first.toHex()}.pem`, `${second.toHex()}.pem`].sort());
  equal((await stat(folder)).mode & 0o777, 0o700);
  for (const publicKey of [first, second]) {
    equal((await stat(join(folder, `${publicKey.toHex()}.pem`))).mode & 0o777, 0o600);
    const signature = okOf(await okOf(await issuerKeyFiles(folder).open(publicKey)).sign(message));
    assert.ok(verifyEd25519({ publicKey, message, signature }));
  }
});

test('a key that is missing, open to others, broken or another one is not used', async () => {
  const folder = scratchDirectory();
  const keys = issuerKeyFiles(folder);
  const [own, other] = [okOf(await keys.create()), okOf(await keys.create())];
  const file = join(folder, `${own.toHex()}.pem`);
  await chmod(file, 0o644);
  equal(await troubleOf(folder, own), 'log_key_open_to_others');
  await writeFile(file, 'no key');
  await chmod(file, 0o600);
  equal(await troubleOf(folder, own), 'log_key_malformed');
  await rm(file);
  equal(await troubleOf(folder, own), 'log_key_missing');
  await copyFile(join(folder, `${other.toHex()}.pem`), file);
  equal(await troubleOf(folder, own), 'another_key');
});

test('a folder that cannot be made is told with its place', async () => {
  const file = join(scratchDirectory(), 'file');
  await writeFile(file, '');
  const made = await issuerKeyFiles(join(file, 'keys')).create();
  equal(made, { ok: false, error: { code: 'issuer_key_unusable', place: join(file, 'keys'), trouble: 'ENOTDIR' } });
});
