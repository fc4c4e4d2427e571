import { searchKey } from '../kernel/fold.ts';

/** A model number that stands in a list although it stood somewhere before. */
export type RepeatedModel = {
  /** Its place in the list, from 0. */
  readonly place: number;
  readonly number: string;
  /** Where it stands already: in the list it is to be added to, or earlier in its own; the place there, from 0. */
  readonly before: { readonly list: 'present' | 'own'; readonly place: number };
};

/** The model numbers of a list that repeat one of the present list or an earlier one of their own, however they are spelt. */
export function repeatedModels(
  numbers: readonly string[],
  present: readonly (string | undefined)[],
): readonly RepeatedModel[] {
  const seen = new Map<string, RepeatedModel['before']>();
  const note = (number: string, before: RepeatedModel['before']): void => {
    const key = searchKey(number);
    if (key !== '' && !seen.has(key)) seen.set(key, before);
  };
  present.forEach((number, place) => note(number ?? '', { list: 'present', place }));
  return numbers.flatMap((number, place) => {
    const before = seen.get(searchKey(number));
    note(number, { list: 'own', place });
    return before === undefined ? [] : [{ place, number, before }];
  });
}
