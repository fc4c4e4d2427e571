import { fault, type ContentFault, type SchemeParts, type SchemePath } from './content-fault.ts';

type Named = { readonly id: string };

/** Lists whose entries are told apart by their id alone. */
const LISTS = [
  'levels',
  'evaluatorCategories',
  'productGroups',
  'productTypes',
  'scopeQuestions',
  'fees',
  'clocks',
  'recognition',
] as const;

/** Entries that share what they should be told apart by; each one after the first is at fault. */
function repeated<T>(
  entries: readonly T[],
  path: SchemePath,
  keyOf: (entry: T) => string,
  at: SchemePath = ['id'],
): readonly ContentFault[] {
  const seen = new Set<string>();
  return entries.flatMap((entry, index) => {
    const value = keyOf(entry);
    if (seen.has(value)) return [fault('duplicate_id', [...path, index, ...at], { value })];
    seen.add(value);
    return [];
  });
}

function misspelt(entries: readonly Named[], path: SchemePath): readonly ContentFault[] {
  return entries.flatMap(({ id }, index) =>
    id.trim() === '' || /^[A-Za-z0-9][A-Za-z0-9.-]{0,63}$/.test(id)
      ? []
      : [fault('malformed_id', [...path, index, 'id'], { value: id })],
  );
}

function namedFaults(entries: readonly Named[] | undefined, path: SchemePath): readonly ContentFault[] {
  if (entries === undefined) return [];
  return [...misspelt(entries, path), ...repeated(entries, path, (entry) => entry.id)];
}

/** Ids that are misspelt or that two things share, so that a reference would be ambiguous. */
export function identityFaults(parts: SchemeParts): readonly ContentFault[] {
  const sets = parts.criteriaSets ?? [];
  const { id } = parts;
  return [
    ...(id === undefined ? [] : misspelt([{ id }], []).map((found) => ({ ...found, path: ['id'] }))),
    ...LISTS.flatMap((list) => namedFaults(parts[list], [list])),
    ...namedFaults(parts.claims?.forbidden, ['claims', 'forbidden']),
    ...misspelt(sets, ['criteriaSets']),
    ...repeated(sets, ['criteriaSets'], (set) => `${set.id} ${set.version}`),
    ...sets.flatMap((set, index) =>
      (['threats', 'assets', 'features', 'criteria'] as const).flatMap((list) =>
        namedFaults(set[list], ['criteriaSets', index, list]),
      ),
    ),
    ...repeated(parts.openings ?? [], ['openings'], (entry) => `${entry.level} ${entry.productType ?? ''}`.trim(), [
      'level',
    ]),
  ];
}
