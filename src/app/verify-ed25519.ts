import { createPublicKey, verify, type KeyObject } from 'node:crypto';
import type { VerifyEd25519 } from '../formats/signed-note/open-note.ts';

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

/** Whether an Ed25519 signature holds, by Node's cryptography. */
export const verifyEd25519: VerifyEd25519 = ({ publicKey, message, signature }) => {
  try {
    return verify(null, message, keyOf(publicKey), signature);
  } catch {
    return false;
  }
};
