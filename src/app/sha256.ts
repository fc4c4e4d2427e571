import { hash } from 'node:crypto';
import type { Sha256 } from '../core/kernel/ids.ts';

/** The SHA-256 of a text's UTF-8 bytes. */
export function sha256Of(text: string): Sha256 {
  return hash('sha256', text) as Sha256;
}

/** The SHA-256 of bytes, as the 32 bytes themselves. */
export function sha256Bytes(bytes: Uint8Array): Uint8Array {
  return hash('sha256', bytes, 'buffer');
}
