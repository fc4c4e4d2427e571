import { hash } from 'node:crypto';
import type { Sha256 } from '../core/kernel/ids.ts';

/** The SHA-256 of a text's UTF-8 bytes. */
export function sha256Of(text: string): Sha256 {
  return hash('sha256', text) as Sha256;
}
