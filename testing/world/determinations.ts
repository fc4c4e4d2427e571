import type { DeterminationRow } from '../../src/core/case/application.ts';
import type { CriteriaSet, Criterion, RecognitionRule } from '../../src/core/scheme/scheme.ts';
import { applicability } from '../../src/core/selection/applicability.ts';
import { evidenceKindsFor, evidenceName } from './evidence-kinds.ts';
import { explanationOf, notApplicableExplanation } from './explanations.ts';
import type { ProductDescription } from './product-description.ts';

/** What the verdicts on a product follow from. */
type DeterminationSubject = {
  readonly product: ProductDescription;
  readonly set: CriteriaSet;
  readonly profile: Readonly<Record<string, boolean>>;
  readonly determinedBy: string;
  /** The last day of determining; the rest was done in the week before it. */
  readonly completedOn: Temporal.PlainDate;
  readonly recognition: RecognitionRule | undefined;
};

/** Whether the vendor's services take part in meeting a criterion: where it speaks of communication. */
function isMetWithServices(criterion: Criterion, product: ProductDescription): boolean {
  return (product.services ?? []).length > 0 && criterion.en303645.some((id) => id.startsWith('5.5-'));
}

function conforming(criterion: Criterion, place: number, subject: DeterminationSubject): DeterminationRow {
  const { product } = subject;
  return {
    criterion: criterion.id,
    verdict: 'conforms',
    metBy: isMetWithServices(criterion, product) ? ['product', 'service'] : ['product'],
    methods: [...criterion.methods],
    determinedBy: subject.determinedBy,
    determinedOn: subject.completedOn.subtract({ days: 6 - (place % 7) }),
    firmware: product.firmware,
    evidence: evidenceKindsFor(criterion).map((kind) => evidenceName(kind, product)),
    explanation: explanationOf(criterion, product),
  };
}

function isNotApplicable(criterion: Criterion, profile: DeterminationSubject['profile']): boolean {
  return criterion.notApplicableWhen !== undefined && applicability(criterion, profile) === 'does-not-apply';
}

function rowsAbout(criterion: Criterion, place: number, subject: DeterminationSubject): readonly DeterminationRow[] {
  if (subject.recognition?.criteria.includes(criterion.id) === true) {
    return [{ criterion: criterion.id, verdict: 'satisfied_by_recognition' }];
  }
  if (isNotApplicable(criterion, subject.profile)) {
    const explanation = notApplicableExplanation(criterion);
    return [{ criterion: criterion.id, verdict: 'not_applicable', explanation }];
  }
  const row = conforming(criterion, place, subject);
  return criterion.perInterface ? subject.product.interfaces.map(({ name }) => ({ ...row, interface: name })) : [row];
}

/** A verdict on every criterion of a set: met, not applicable where the product lacks what it speaks of, or recognised. */
export function determinationsOf(subject: DeterminationSubject): readonly DeterminationRow[] {
  return subject.set.criteria.flatMap((criterion, place) => rowsAbout(criterion, place, subject));
}
