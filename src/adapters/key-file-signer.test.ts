import assert from 'node:assert/strict';
import { chmod, readdir, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { okOf } from '../../testing/builders/world.ts';
import { verifyEd25519 } from '../../testing/ed25519.ts';
import { equal } from '../../testing/equal.ts';
import { scratchDirectory } from '../../testing/scratch.ts';
import { keyFileSigner } from './key-file-signer.ts';

const message = new TextEncoder().encode('a checkpoint\n');

test('a key is made once, for its owner alone, and signs as before after a restart', async () => {
  const folder = scratchDirectory();
  const file = join(folder, 'log-key.pem');
  const made = okOf(await keyFileSigner(file, { mayCreate: true }));
  equal(await readdir(folder), ['log-key.pem']);
  assert.equal((await stat(file)).mode & 0o777, 0o600);
  const again = okOf(await keyFileSigner(file, { mayCreate: false }));
  equal(again.publicKey, made.publicKey);
  const signature = okOf(await again.sign(message));
  assert.ok(verifyEd25519({ publicKey: made.publicKey, message, signature }));
  assert.ok(!verifyEd25519({ publicKey: made.publicKey, message: message.slice(1), signature }));
});

test('of processes that make the key at once, all end up with the same one', async () => {
  const file = join(scratchDirectory(), 'log-key.pem');
  const signers = await Promise.all([1, 2].map(() => keyFileSigner(file, { mayCreate: true })));
  const later = okOf(await keyFileSigner(file, { mayCreate: false }));
  for (const signer of signers) equal(okOf(signer).publicKey, later.publicKey);
});

test('a key that is missing, open to others, or no Ed25519 key is refused, and none is made in its place', async () => {
  const folder = scratchDirectory();
  const missing = join(folder, 'none.pem');
  equal(await keyFileSigner(missing, { mayCreate: false }), {
    ok: false,
    error: { code: 'log_key_missing', file: missing },
  });
  const open = join(folder, 'open.pem');
  okOf(await keyFileSigner(open, { mayCreate: true }));
  await chmod(open, 0o640);
  equal(await keyFileSigner(open, { mayCreate: true }), {
    ok: false,
    error: { code: 'log_key_open_to_others', file: open, mode: '640' },
  });
  const other = join(folder, 'other.pem');
  await writeFile(other, 'no key', { mode: 0o600 });
  equal(await keyFileSigner(other, { mayCreate: true }), {
    ok: false,
    error: { code: 'log_key_malformed', file: other },
  });
  equal(await keyFileSigner(join(folder, 'no', 'folder.pem'), { mayCreate: true }), {
    ok: false,
    error: { code: 'log_key_unreadable', file: join(folder, 'no', 'folder.pem'), trouble: 'ENOENT' },
  });
});
