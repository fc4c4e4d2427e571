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

/** What names the product and its models: it is another's in another series. */
const OF_ONE_SERIES: readonly ItemId[] = [
  'product.name',
  'product.nameEn',
  'product.sameDesign',
  'product.modelDifferences',
];

function without(answers: Application['answers'], items: readonly ItemId[]): Application['answers'] {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => !items.some((item) => item === id)));
}

function withoutDay(row: DeterminationRow): DeterminationRow {
  return Object.fromEntries(Object.entries(row).filter(([column]) => column !== 'determinedOn'));
}

/**
 * The answers a new application can begin with: those of an earlier one, without what must be said anew for each. Verdicts
 * stay with their evidence and lose their day, for somebody has to determine again that they still hold.
 */
export function carriedOver({ answers, determinations, ...rest }: Application): Application {
  return {
    ...rest,
    answers: without(answers, SAID_ANEW),
    determinations: determinations.map(withoutDay),
  };
}

/** The same for another series of models: what names the product and lists its models is left out too. */
export function copiedToSeries(application: Application): Application {
  const { answers, ...rest } = carriedOver(application);
  return { ...rest, answers: without(answers, OF_ONE_SERIES), models: [] };
}
