import type { Sha256Of } from '../../core/log/tree-hash.ts';
import { bytesFromBase64Url, toBase64Url } from './base64url.ts';
import { isJsonObject } from '../../core/kernel/json-object.ts';

/** An Ed25519 public key as a JSON Web Key (RFC 8037, 2), as far as it is the key itself. */
type Ed25519Jwk = { readonly kty: 'OKP'; readonly crv: 'Ed25519'; readonly x: string };

const KEY_BYTES = 32;

/** A public key of 32 bytes as a JSON Web Key. */
export function toEd25519Jwk(publicKey: Uint8Array): Ed25519Jwk {
  return { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(publicKey) };
}

/**
 * The public key in a JSON Web Key; undefined for other kinds of keys, and for one that was given away with its secret.
 */
export function parseEd25519Jwk(value: unknown): Uint8Array | undefined {
  if (!isJsonObject(value)) return undefined;
  const { kty, crv, x, d } = value;
  if (kty !== 'OKP' || crv !== 'Ed25519' || typeof x !== 'string' || d !== undefined) return undefined;
  const bytes = bytesFromBase64Url(x);
  return bytes?.length === KEY_BYTES ? bytes : undefined;
}

/** The name that follows from the key itself (RFC 7638, RFC 8037 appendix A.3): 43 characters. */
export function jwkThumbprint(sha256: Sha256Of, publicKey: Uint8Array): string {
  const { kty, crv, x } = toEd25519Jwk(publicKey);
  return toBase64Url(sha256(new TextEncoder().encode(JSON.stringify({ crv, kty, x }))));
}
