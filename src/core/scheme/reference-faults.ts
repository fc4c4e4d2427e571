import { fault, type ContentFault, type SchemeParts, type SchemePath } from './content-fault.ts';
import type { CriteriaSet } from './scheme.ts';

type Reference = { readonly path: SchemePath; readonly value: string | undefined };
type Part = keyof SchemeParts;

function unresolved(references: readonly Reference[], known: readonly string[]): readonly ContentFault[] {
  return references.flatMap(({ path, value }) =>
    value === undefined || known.includes(value) ? [] : [fault('unknown_reference', path, { value, known })],
  );
}

/** The references from entries of one list by one key. */
function byKey<Key extends string>(parts: SchemeParts, list: Part, key: Key): readonly Reference[] {
  const entries = (parts[list] ?? []) as readonly { readonly [K in Key]?: string }[];
  return entries.map((entry, index) => ({ path: [list, index, key], value: entry[key] }));
}

function idsOf(entries: readonly { readonly id: string }[]): readonly string[] {
  return entries.map((entry) => entry.id);
}

function withinSet(set: CriteriaSet, index: number): readonly ContentFault[] {
  const at = (place: number, ...rest: SchemePath): SchemePath => ['criteriaSets', index, 'criteria', place, ...rest];
  const threats = set.criteria.map((criterion, place) => ({ path: at(place, 'threat'), value: criterion.threat }));
  const features = set.criteria.flatMap((criterion, place) =>
    criterion.appliesTo.map((value, turn) => ({ path: at(place, 'appliesTo', turn), value })),
  );
  return [...unresolved(threats, idsOf(set.threats)), ...unresolved(features, idsOf(set.features))];
}

function recognisedCriteria({ recognition, criteriaSets }: SchemeParts): readonly ContentFault[] {
  if (recognition === undefined || criteriaSets === undefined) return [];
  return recognition.flatMap((rule, index) => {
    const known = criteriaSets.filter((set) => set.level === rule.level).flatMap((set) => idsOf(set.criteria));
    const references = rule.criteria.map((value, turn) => ({ path: ['recognition', index, 'criteria', turn], value }));
    return unresolved(references, [...new Set(known)]);
  });
}

/** Everything that names an entry the scheme does not have. */
export function referenceFaults(parts: SchemeParts): readonly ContentFault[] {
  const setTypes = (parts.criteriaSets ?? []).flatMap((set, index) =>
    (set.productTypes === 'any' ? [] : set.productTypes).map((value, turn) => ({
      path: ['criteriaSets', index, 'productTypes', turn],
      value,
    })),
  );
  const levels = (['fees', 'validity', 'openings', 'recognition', 'criteriaSets'] as const).flatMap((list) =>
    byKey(parts, list, 'level'),
  );
  const lists = [
    { references: levels, to: parts.levels },
    { references: byKey(parts, 'levels', 'minimumEvaluator'), to: parts.evaluatorCategories },
    { references: byKey(parts, 'productTypes', 'group'), to: parts.productGroups },
    { references: byKey(parts, 'openings', 'productType'), to: parts.productTypes },
    { references: setTypes, to: parts.productTypes },
    { references: byKey(parts, 'fees', 'recognition'), to: parts.recognition },
  ];
  return [
    ...lists.flatMap(({ references, to }) => (to === undefined ? [] : unresolved(references, idsOf(to)))),
    ...(parts.criteriaSets ?? []).flatMap(withinSet),
    ...recognisedCriteria(parts),
  ];
}
