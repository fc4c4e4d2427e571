import type { ShownCase } from '../../src/app/case/find-case.ts';
import { isBefore } from '../../src/core/kernel/legal-day.ts';

/** Why a case is worth a look. */
export type CaseInterest =
  | 'ready-to-submit'
  | 'half-done'
  | 'not-begun'
  | 'returned'
  | 'to-check'
  | 'unpaid'
  | 'overdue'
  | 'to-propose'
  | 'to-confirm'
  | 'in-review'
  | 'refused'
  | 'not-accepted'
  | 'discontinued';

/** A case picked out. */
export type CaseOfInterest = { readonly shown: ShownCase; readonly interest: CaseInterest };

type IsSo = (shown: ShownCase, today: Temporal.PlainDate) => boolean;

const hasBegun = ({ application }: ShownCase): boolean => Object.keys(application.answers).length > 0;

function isOverdue({ row }: ShownCase, today: Temporal.PlainDate): boolean {
  return row.due_on !== null && isBefore(row.due_on, today);
}

const INTERESTS: readonly (readonly [CaseInterest, ShownCase['row']['state'], IsSo])[] = [
  ['ready-to-submit', 'draft', (shown) => hasBegun(shown) && shown.gaps.length === 0],
  ['half-done', 'draft', (shown) => hasBegun(shown) && shown.gaps.length > 0],
  ['not-begun', 'draft', (shown) => !hasBegun(shown)],
  ['returned', 'returned', () => true],
  ['to-check', 'submitted', () => true],
  ['unpaid', 'accepted', (shown, today) => !isOverdue(shown, today)],
  ['overdue', 'accepted', isOverdue],
  ['to-propose', 'awaiting_decision', ({ decision }) => decision === undefined],
  ['to-confirm', 'awaiting_decision', ({ decision }) => decision?.outcome === 'grant'],
  ['in-review', 'in_review', () => true],
  ['refused', 'refused', () => true],
  ['not-accepted', 'not_accepted', () => true],
  ['discontinued', 'discontinued', () => true],
];

/** One case for each reason to look at one, as far as there are such; the newest comes first among equals. */
export function casesOfInterest(cases: readonly ShownCase[], today: Temporal.PlainDate): readonly CaseOfInterest[] {
  return INTERESTS.flatMap(([interest, state, isSo]): readonly CaseOfInterest[] => {
    const shown = cases.find((candidate) => candidate.row.state === state && isSo(candidate, today));
    return shown === undefined ? [] : [{ shown, interest }];
  });
}
