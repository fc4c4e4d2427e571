import type { SeededChance } from '../seeded-chance.ts';
import { craft } from './craft.ts';
import { ALL_SPECIMENS, SPECIMENS } from './specimens.ts';

/**
 * Somebody who reads what others wrote: is given something crafted, and answers with the code it was refused with, or with
 * `taken`. Throws where it threw, or where it believed what is not so.
 */
export type Reader = (chance: SeededChance) => Promise<string> | string;

/** Mostly a changed text of the kind that is wanted, sometimes of any other. */
export function crafted(chance: SeededChance, kind: keyof typeof SPECIMENS): string {
  return craft(chance, chance.once(10) ? ALL_SPECIMENS : SPECIMENS[kind]);
}

/** A text as bytes, a byte for a character. */
export function bytesIn(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
