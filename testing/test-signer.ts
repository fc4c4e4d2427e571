import type { Deps } from '../src/app/ports.ts';
import { ok, refused } from '../src/core/kernel/result.ts';
import { ed25519Key } from './ed25519.ts';

const { publicKey, sign } = ed25519Key(new Uint8Array(32).fill(1));

/** A key of the public log that everybody may know, and the log's name, for tests. */
export const TEST_LOG: Pick<Deps, 'signer' | 'logOrigin'> = {
  logOrigin: 'label.example.jp/log',
  signer: { publicKey, sign: (message) => Promise.resolve(ok(sign(message))) },
};

/** The same key in a device that refuses to sign. */
export const FAILING_LOG: Pick<Deps, 'signer' | 'logOrigin'> = {
  ...TEST_LOG,
  signer: { publicKey, sign: () => Promise.resolve(refused({ code: 'signer_failed', cause: 'unplugged' })) },
};
