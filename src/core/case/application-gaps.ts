import { isBefore } from '../kernel/legal-day.ts';
import type { Gap } from '../kernel/gap.ts';
import { determinationGaps, type DeterminationGapCode } from '../determination/determination-gaps.ts';
import { evaluatorGaps, type EvaluatorGapCode } from '../determination/evaluator-gaps.ts';
import type { Organisation } from '../parties/organisation.ts';
import { vendorReviewGaps, type VendorReviewGapCode } from '../review/vendor-review-gaps.ts';
import { inForce, levelOf } from '../scheme/in-force.ts';
import type { CriteriaSet, Scheme } from '../scheme/scheme.ts';
import { scopeGaps, type ScopeGapCode } from '../selection/scope.ts';
import { answerGapsOf, type AnswerGapCode } from './answer-gaps.ts';
import type { Application } from './application.ts';
import { statementGaps, type StatementGapCode } from './statement-gaps.ts';
import { isSaidBy, unreadGaps, type UnreadGapCode } from './unread-gaps.ts';

/** Every way an application can be incomplete or wrong; each has a message in both languages. */
export type GapCode =
  | AnswerGapCode
  | StatementGapCode
  | ScopeGapCode
  | DeterminationGapCode
  | EvaluatorGapCode
  | VendorReviewGapCode
  | UnreadGapCode;

/** What an application is held against on the day it is to be submitted. */
export type ApplicationFacts = {
  readonly application: Application;
  readonly scheme: Scheme;
  readonly set: CriteriaSet;
  readonly vendor: Pick<Organisation, 'name' | 'corporateNumber'>;
  /** Names of the files attached to the case. */
  readonly attached: ReadonlySet<string>;
  readonly today: Temporal.PlainDate;
  /** What was typed into a form and could not be read, by the name of its part. */
  readonly unread?: Readonly<Record<string, string>>;
};

/** The last day of the determination: of its last statement, or of the evaluation as a whole if that came later. */
function lastDetermined({ answers, determinations }: Application): Temporal.PlainDate | undefined {
  return [...determinations.map((row) => row.determinedOn), answers['evaluation.completedOn']]
    .filter((day) => day !== undefined)
    .reduce<Temporal.PlainDate | undefined>(
      (last, day) => (last === undefined || isBefore(last, day) ? day : last),
      undefined,
    );
}

function evaluationGaps(facts: ApplicationFacts): readonly Gap<GapCode>[] {
  const { application, scheme, set, today } = facts;
  const { answers } = application;
  const recognition = inForce(scheme.recognition, today).find((rule) => rule.id === answers['publication.recognition']);
  return [
    ...evaluatorGaps(scheme, levelOf(scheme, set.level), {
      category: answers['evaluation.evaluator'],
      name: answers['evaluation.evaluatorName'],
      qualification: answers['evaluation.qualification'],
      guideUnderstood: answers['evaluation.guideUnderstood'],
    }),
    ...determinationGaps({
      set,
      statements: application.determinations,
      profile: application.profile,
      interfaces: application.interfaces.flatMap((row) => row.name ?? []),
      attached: facts.attached,
      recognition,
      today,
    }),
  ];
}

/**
 * Everything that stands between an application and its submission, all at once and in the order of the form
 * (DOMAIN §5.6: complete, or every gap listed). An empty list means that it may be submitted.
 */
export function applicationGaps(facts: ApplicationFacts): readonly Gap<GapCode>[] {
  const unread = unreadGaps(facts.unread ?? {}, facts.application);
  return [...unread, ...statedGaps(facts).filter((gap) => !unread.some((one) => isSaidBy(one, gap)))];
}

/** What is wrong with the answers as far as they could be read. */
function statedGaps(facts: ApplicationFacts): readonly Gap<GapCode>[] {
  const { application, scheme, set, today } = facts;
  const { answers } = application;
  return [
    ...answerGapsOf({ scheme, set, application, today }),
    ...scopeGaps(scheme, application.scope),
    ...statementGaps({ application, features: set.features.map((feature) => feature.id), vendor: facts.vendor, today }),
    ...evaluationGaps(facts),
    ...vendorReviewGaps({
      reviewer: answers['review.reviewer'],
      reviewedOn: answers['review.completedOn'],
      signatory: answers['declaration.signatory'],
      signedOn: answers['declaration.signedOn'],
      onePersonFirm: answers['review.onePersonFirm'],
      lastDeterminedOn: lastDetermined(application),
      today,
    }),
  ];
}
