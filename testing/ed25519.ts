import { createPrivateKey, createPublicKey, sign as signWith, verify } from 'node:crypto';

/** What stands in front of a bare Ed25519 key in PKCS #8 and in SubjectPublicKeyInfo (RFC 8410, 7 and 4). */
const SECRET_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_HEAD = Buffer.from('302a300506032b6570032100', 'hex');

/** A key pair made from 32 bytes anybody may know, for tests. */
export function ed25519Key(secret: Uint8Array): {
  readonly publicKey: Uint8Array;
  readonly sign: (message: Uint8Array) => Uint8Array;
} {
  const key = createPrivateKey({ key: Buffer.concat([SECRET_HEAD, secret]), format: 'der', type: 'pkcs8' });
  const publicKey = createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(PUBLIC_HEAD.length);
  return { publicKey: new Uint8Array(publicKey), sign: (message) => new Uint8Array(signWith(null, message, key)) };
}

/** Whether a signature holds, for verifiers under test. */
export function verifyEd25519(signed: {
  readonly publicKey: Uint8Array;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}): boolean {
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, signed.publicKey]), format: 'der', type: 'spki' });
  return verify(null, signed.message, key, signed.signature);
}
