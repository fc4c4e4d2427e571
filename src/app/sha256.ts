import { hash } from 'node:crypto';
import type { Sha256 } from '../core/kernel/ids.ts';

/** The SHA-256 of a text's UTF-8 bytes. */
export function sha256Of(text: string): Sha256 {
  return hash('sha256', text) as Sha256;
}

const DIGEST_BYTES = 32;

/** The SHA-256 of bytes, as the 32 bytes themselves. */
export function sha256Bytes(bytes: Uint8Array): Uint8Array {
  // A letter a byte: to make a buffer outside the heap for them takes longer than to hash a node of a tree.
  const letters = hash('sha256', bytes, 'binary');
  const digest = new Uint8Array(DIGEST_BYTES);
  for (let place = 0; place < DIGEST_BYTES; place += 1) digest[place] = letters.charCodeAt(place);
  return digest;
}
