import type { Scheme } from '../../core/scheme/scheme.ts';
import type { Sha256 } from '../../core/kernel/ids.ts';

/** A scheme as data, with the hash of its canonical content that cases and labels refer to for ever. */
export type SchemeVersion = { readonly sha256: Sha256; readonly scheme: Scheme };
