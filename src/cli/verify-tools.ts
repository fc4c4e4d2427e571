import { createPublicKey, hash, verify, type KeyObject } from 'node:crypto';
import type { VerifyTools } from '../verify/index.ts';

/** What makes 32 bytes a SubjectPublicKeyInfo (RFC 8410, 4). */
const PUBLIC_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** Keys read before: a verifier meets the same few again and again. */
const KEYS = new Map<string, KeyObject>();
const MOST_KEYS = 100;

function keyOf(publicKey: Uint8Array): KeyObject {
  const name = publicKey.toHex();
  const known = KEYS.get(name);
  if (known !== undefined) return known;
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, publicKey]), format: 'der', type: 'spki' });
  if (KEYS.size < MOST_KEYS) KEYS.set(name, key);
  return key;
}

/** Node's cryptography, as the verifier wants it. */
export const VERIFY_TOOLS: VerifyTools = {
  sha256: (bytes) => hash('sha256', bytes, 'buffer'),
  verifyEd25519: ({ publicKey, message, signature }) => {
    try {
      return verify(null, message, keyOf(publicKey), signature);
    } catch {
      return false;
    }
  },
};
