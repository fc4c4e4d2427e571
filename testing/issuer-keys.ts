import type { Deps, Signer } from '../src/app/ports.ts';
import { ok, refused } from '../src/core/kernel/result.ts';
import { ed25519Key } from './ed25519.ts';

/** Keys of an issuer that everybody may know, for tests; each one made is another. */
export function issuerKeysInMemory(): Deps['issuerKeys'] {
  const made = new Map<string, Signer>();
  return {
    create: () => {
      const secret = new Uint8Array(32).fill(9);
      secret[0] = made.size;
      const { publicKey, sign } = ed25519Key(secret);
      made.set(publicKey.toHex(), { publicKey, sign: (message) => Promise.resolve(ok(sign(message))) });
      return Promise.resolve(ok(publicKey));
    },
    open: (publicKey) => {
      const signer = made.get(publicKey.toHex());
      const missing = { code: 'issuer_key_unusable', place: 'memory', trouble: 'ENOENT' } as const;
      return Promise.resolve(signer === undefined ? refused(missing) : ok(signer));
    },
  };
}
