import type { ConfirmationFacts, DecisionOutcome } from '../decision/label-decision.ts';
import type { AttestationChain } from '../scheme/scheme.ts';

/** Everything the rules of a case's lifecycle look at; an act loads what its own rules need and leaves the rest at rest. */
export type CaseFacts = ConfirmationFacts & {
  readonly chain: AttestationChain;
  /** How many gaps the application has today. */
  readonly gapCount: number;
  /** Names on the form or the receipt for which no stored file stands. */
  readonly filesNotStored: number;
  /** Files in which malware was found, and those still waiting for their scan where a scanner is at work. */
  readonly filesNotCleared: number;
  /** Items changed since the last submission that were not returned. */
  readonly closedItemsChanged: number;
  /** Whether the operator acts, of its own accord or by a job, rather than the applicant. */
  readonly byOperator: boolean;
  /** Whether the clock of the case has run out: today is after its last day. */
  readonly isOverdue: boolean;
  readonly itemsReturned: number;
  readonly itemsReturnedWithoutRemark: number;
  /** What is proposed by the act itself. */
  readonly outcome: DecisionOutcome | undefined;
  readonly reason: string | undefined;
  /** Whether the act sets a last day of validity of its own. */
  readonly shortensValidity: boolean;
};

/** Facts of a case about which nothing is known yet. */
export const NO_FACTS: CaseFacts = {
  chain: 'first-party',
  gapCount: 0,
  filesNotStored: 0,
  filesNotCleared: 0,
  closedItemsChanged: 0,
  byOperator: false,
  isOverdue: false,
  itemsReturned: 0,
  itemsReturnedWithoutRemark: 0,
  outcome: undefined,
  reason: undefined,
  shortensValidity: false,
  proposal: undefined,
  confirmer: undefined,
  formatCheckers: [],
  currentSeal: undefined,
};
