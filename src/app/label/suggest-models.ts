import { searchKey } from '../../core/kernel/fold.ts';
import { isNearMiss } from '../../core/register/near-miss.ts';
import { listNearModels } from '../../db/near-models.ts';
import type { Deps } from '../ports.ts';

const MOST_SUGGESTIONS = 5;

/** Candidates looked at: more share a shape with what was typed than are one slip away. */
const MOST_CANDIDATES = 100;

/** Letters among digits taken for the digits they look like: however many, they are one slip of the eye. */
function digitsFor(word: string): string {
  return word
    .normalize('NFKC')
    .replaceAll(/[OIoil]*\p{Nd}[\p{Nd}OIoil]*/gu, (run) => run.replaceAll(/[Oo]/g, '0').replaceAll(/[Iil]/g, '1'));
}

/** Only words with a digit are taken for model numbers. */
function modelKeysIn(text: string): readonly string[] {
  const words = [text, ...text.split(/[\s\u3000]+/u)].filter((word) => /\p{Nd}/u.test(word.normalize('NFKC')));
  const keys = words.flatMap((word) => [searchKey(word), searchKey(digitsFor(word))]);
  return [...new Set(keys)].filter(({ length }) => length >= 4 && length <= 40).slice(0, 6);
}

/**
 * Published model numbers one slip away from what was typed, or from a word of it: a character too many, too few or
 * wrong.
 */
export async function suggestModels({ db }: Deps, text: string): Promise<readonly string[]> {
  const keys = modelKeysIn(text.slice(0, 200));
  const near = await Promise.all(
    keys.map(async (key) => {
      const candidates = await listNearModels(db.kysely, key, MOST_CANDIDATES);
      return candidates
        .filter(({ model_key }) => model_key === key || isNearMiss(model_key, key))
        .map(({ number }) => number);
    }),
  );
  return [...new Set(near.flat())].slice(0, MOST_SUGGESTIONS);
}
