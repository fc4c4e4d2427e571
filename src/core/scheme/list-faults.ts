import { fault, type ContentFault, type SchemeParts, type SchemePath } from './content-fault.ts';
import { CLOCK_IDS, TERMS_KINDS } from './scheme.ts';
import { AUDIENCES } from './public-words.ts';

const NEVER_EMPTY = ['levels', 'evaluatorCategories', 'productGroups', 'productTypes', 'responsibilities'] as const;

function emptyLists(parts: SchemeParts): readonly ContentFault[] {
  const lists: [SchemePath, readonly unknown[] | undefined][] = NEVER_EMPTY.map((list) => [[list], parts[list]]);
  for (const list of ['says', 'doesNotSay', 'forbidden'] as const) lists.push([['claims', list], parts.claims?.[list]]);
  parts.terms?.forEach((terms, index) => lists.push([['terms', index, 'points'], terms.points]));
  parts.search?.synonyms.forEach((words, index) => lists.push([['search', 'synonyms', index], words]));
  parts.recognition?.forEach((rule, index) => lists.push([['recognition', index, 'criteria'], rule.criteria]));
  parts.criteriaSets?.forEach((set, index) => {
    const path = ['criteriaSets', index];
    lists.push([[...path, 'threats'], set.threats], [[...path, 'criteria'], set.criteria]);
    if (set.productTypes !== 'any') lists.push([[...path, 'productTypes'], set.productTypes]);
    set.criteria.forEach((criterion, place) => {
      lists.push([[...path, 'criteria', place, 'methods'], criterion.methods]);
      lists.push([[...path, 'criteria', place, 'evidence'], criterion.evidence]);
    });
  });
  return lists.flatMap(([path, list]) => (list?.length === 0 ? [fault('empty_list', path)] : []));
}

function missing(list: keyof SchemeParts, wanted: readonly string[], present: readonly string[] | undefined) {
  if (present === undefined) return [];
  return wanted.filter((value) => !present.includes(value)).map((value) => fault('missing_entry', [list], { value }));
}

function outOfOrder(parts: SchemeParts): readonly ContentFault[] {
  const levels = parts.levels ?? [];
  const ranks = (parts.evaluatorCategories ?? []).map((category) => category.rank);
  return [
    ...levels.flatMap((level, index) => {
      const before = levels[index - 1];
      return before === undefined || before.stars < level.stars
        ? []
        : [fault('levels_out_of_order', ['levels', index, 'stars'], { value: level.stars, before: before.stars })];
    }),
    ...ranks.flatMap((rank, index) =>
      ranks.indexOf(rank) === index
        ? []
        : [fault('equal_ranks', ['evaluatorCategories', index, 'rank'], { value: rank })],
    ),
  ];
}

/** Lists that are empty, lack an entry the software counts on, or are out of order. */
export function listFaults(parts: SchemeParts): readonly ContentFault[] {
  const forEverybody = parts.userDuties?.filter((duty) => !duty.onlyWithSafetyFunction);
  return [
    ...emptyLists(parts),
    ...missing(
      'clocks',
      CLOCK_IDS,
      parts.clocks?.map((clock) => clock.id),
    ),
    ...missing(
      'terms',
      TERMS_KINDS,
      parts.terms?.map((terms) => terms.kind),
    ),
    ...missing(
      'userDuties',
      AUDIENCES,
      forEverybody?.map((duty) => duty.audience),
    ),
    ...outOfOrder(parts),
  ];
}
