import { createPublicKey, hash, verify } from 'node:crypto';
import type { VerifyTools } from '../verify/index.ts';

/** What makes 32 bytes a SubjectPublicKeyInfo (RFC 8410, 4). */
const PUBLIC_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** Node's cryptography, as the verifier wants it. */
export const VERIFY_TOOLS: VerifyTools = {
  sha256: (bytes) => hash('sha256', bytes, 'buffer'),
  verifyEd25519: ({ publicKey, message, signature }) => {
    try {
      const key = createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, publicKey]), format: 'der', type: 'spki' });
      return verify(null, message, key, signature);
    } catch {
      return false;
    }
  },
};
