import type { SeededChance } from '../seeded-chance.ts';
import { seededChance } from '../seeded-chance.ts';
import type { Reader } from './crafted.ts';

/** What became of crafted input: how often each reader gave each code, and where it threw or believed. */
export type CraftedOutcome = {
  readonly tried: number;
  /** By `reader: code`. */
  readonly codes: Readonly<Record<string, number>>;
  /** At most a few; each names the reader and the number by which it can be tried again. */
  readonly faults: readonly string[];
};

const MOST_FAULTS = 20;

/** The chance of the nth try: each can be tried again alone. */
function chanceOf(seed: number, place: number): SeededChance {
  return seededChance(Math.imul(seed, 0x9e3779b1) ^ Math.imul(place + 1, 0x85ebca6b));
}

/** Gives readers so much that was crafted, in turn; `each` is told after each how far it is. */
export async function tryCrafted(
  readers: Readonly<Record<string, Reader>>,
  { seed, count }: { readonly seed: number; readonly count: number },
  each: (tried: number) => void = () => undefined,
): Promise<CraftedOutcome> {
  const all = Object.entries(readers);
  const codes: Record<string, number> = {};
  const faults: string[] = [];
  for (let place = 0; place < count; place += 1) {
    const [name, read] = all[place % all.length] ?? [];
    if (name === undefined || read === undefined) throw new Error('there is nobody to read');
    try {
      const told = `${name}: ${await read(chanceOf(seed, place))}`;
      codes[told] = (codes[told] ?? 0) + 1;
    } catch (error) {
      if (faults.length < MOST_FAULTS)
        faults.push(`${name}, try ${String(place)} of seed ${String(seed)}: ${String(error)}`);
    }
    each(place + 1);
  }
  return { tried: count, codes, faults };
}
