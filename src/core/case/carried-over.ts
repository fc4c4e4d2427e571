import type { Application, DeterminationRow } from './application.ts';
import type { ItemId } from './application-items.ts';

/** What is said anew in every application: days, consents, and what names this one declaration. */
const SAID_ANEW: readonly ItemId[] = [
  'evaluation.completedOn',
  'review.completedOn',
  'declaration.identifier',
  'declaration.conforms',
  'declaration.signedOn',
  'terms.labelUse',
  'terms.confidentiality',
  'publication.wishedOn',
];

function withoutDay(row: DeterminationRow): DeterminationRow {
  return Object.fromEntries(Object.entries(row).filter(([column]) => column !== 'determinedOn'));
}

/**
 * The answers a new application can begin with: those of an earlier one, without what must be said anew for each. Verdicts
 * stay with their evidence and lose their day, for somebody has to determine again that they still hold.
 */
export function carriedOver({ answers, determinations, ...rest }: Application): Application {
  const kept = Object.entries(answers).filter(([id]) => !SAID_ANEW.some((item) => item === id));
  return {
    ...rest,
    answers: Object.fromEntries(kept),
    determinations: determinations.map(withoutDay),
  };
}
