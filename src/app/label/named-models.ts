import { searchKey } from '../../core/kernel/fold.ts';
import { listNamedModels } from '../../db/label-models.ts';
import type { Deps } from '../ports.ts';
import type { ListedLabel } from './listed-label.ts';

/** Shorter keys occur in too many model numbers to say which was meant. */
const SHORTEST_KEY = 3;

/** Words looked for in model numbers, the text as a whole among them. */
const MOST_KEYS = 6;

/** What may be a model number, or a part of one, in a typed text: it has a digit. */
function keysIn(text: string): readonly string[] {
  const words = [text, ...text.split(/\s+/u)].filter((word) => /\p{Nd}/u.test(word));
  return [...new Set(words.map(searchKey))].filter(({ length }) => length >= SHORTEST_KEY).slice(0, MOST_KEYS);
}

/** By the number of its label: the model that a typed text names, where it names one of several; the closest of them. */
export async function namedModels(
  { db }: Pick<Deps, 'db'>,
  labels: readonly Pick<ListedLabel, 'record'>[],
  text: string,
): Promise<ReadonlyMap<string, string>> {
  const keys = keysIn(text.slice(0, 200));
  const numbers = labels.map(({ record }) => record.number);
  if (keys.length === 0 || numbers.length === 0) return new Map();
  const found = await listNamedModels(db.kysely, { numbers, keys });
  return new Map(found.map(({ label, model }) => [label, model]));
}
