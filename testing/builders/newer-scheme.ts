import type { CriteriaSet, Criterion, Scheme } from '../../src/core/scheme/scheme.ts';

function newerCriteria([first, second, third, ...rest]: readonly Criterion[]): readonly Criterion[] {
  if (first === undefined || second === undefined || third === undefined) throw new Error('too few criteria');
  const changed = {
    ...second,
    requirement: { ja: `${second.requirement.ja}（改）`, en: `${second.requirement.en} (new)` },
  };
  const added = { ...third, id: 'S1.1-99', title: { ja: '新しい基準', en: 'A new criterion' } };
  return [changed, third, ...rest, added];
}

function newerSet(set: CriteriaSet): CriteriaSet {
  return set.level === 's1' ? { ...set, version: '9.0', criteria: newerCriteria(set.criteria) } : set;
}

/**
 * The scheme with a newer ☆1 criteria set: its first criterion is gone, the second reads differently, S1.1-99 is new; and
 * with the next version of the terms of label use.
 */
export function newerScheme(scheme: Scheme): Scheme {
  return {
    ...scheme,
    criteriaSets: scheme.criteriaSets.map(newerSet),
    terms: scheme.terms.map((terms) => (terms.kind === 'label-use' ? { ...terms, version: '9.9' } : terms)),
  };
}
