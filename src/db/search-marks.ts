import type { SearchedWord } from '../core/register/search-words.ts';

/** Positions in a small block: a search that many labels fit looks at the newest blocks only. */
export const BLOCK = 1_024;

/** Positions in a large block, for searches that some labels in a hundred fit. */
export const LARGE_BLOCK = 16_384;

/** Marks of the index that are no text begin with a capital, which folded texts do not hold. */
const FACET_MARKS = {
  level: 'L:',
  product_type: 'T:',
  evaluator: 'E:',
  recognition: 'R:',
  maker_key: 'M:',
  personal_data: 'P:',
} as const;

/** What a search can be narrowed down to by one value. */
export type Facet = keyof typeof FACET_MARKS;

/** All of them. */
export const FACETS = Object.keys(FACET_MARKS) as readonly Facet[];

/** The values a search is narrowed down to, or a label has. */
export type Chosen = Readonly<Partial<Record<Facet, string>>>;

/** The marks of a label's filters; a filter without value has none. */
export function facetMarks(values: Chosen): readonly string[] {
  return Object.entries(FACET_MARKS).flatMap(([facet, mark]) => {
    const value = values[facet as Facet];
    return value === undefined || value === '' ? [] : [mark + value];
  });
}

function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

const allOf = (grams: readonly string[]): string => grams.map(quoted).join(' & ');

/** Most ways to say the same that are looked for one by one. */
const MOST_ARMS = 16;

/**
 * What must stand in the index, as text search writes it (PostgreSQL, 8.11.2 tsquery): any of these, an empty one when
 * nothing is asked. Words that mean the same are each looked for alone, which the index does a hundred times faster than
 * one query that says "or"; only very many are put together.
 */
export function tsqueriesOf(words: readonly SearchedWord[], chosen: Chosen): readonly string[] {
  const marks = facetMarks(chosen).map(quoted);
  const isMany = words.reduce((ways, word) => ways * word.length, 1) > MOST_ARMS;
  const parts = words.map((word) => word.map(({ grams }) => allOf(grams)));
  if (isMany) return [[...parts.map((ways) => `(${ways.join(' | ')})`), ...marks].join(' & ')];
  const arms = parts.reduce<readonly (readonly string[])[]>(
    (before, ways) => before.flatMap((arm) => ways.map((way) => [...arm, way])),
    [[]],
  );
  return arms.map((arm) => [...arm, ...marks].join(' & '));
}
