import type { ActId } from '../access/permissions.ts';
import {
  confirmerDidNotMakeFormatCheck,
  confirmerIsAnother,
  decisionIsProposed,
  nothingChangedSinceProposal,
  refusalHasReason,
  shorteningHasReason,
} from '../decision/label-decision.ts';
import { actionsFrom, type Lifecycle, type StepRefusal } from '../kernel/lifecycle.ts';
import type { CaseFacts } from './case-facts.ts';
import {
  applicationIsComplete,
  clockHasRunOut,
  everyFileIsCleared,
  everyFileIsStored,
  noDecisionIsProposed,
  onlyReturnedItemsChanged,
  proposerMayWithdraw,
  reasonIsGiven,
  returnedItemsHaveRemarks,
  someItemIsReturned,
  type CaseRuleId,
} from './case-rules.ts';

/** What a case can be (DOMAIN §5); the states of the third-party chain stand here although their acts come later. */
export const CASE_STATES = [
  'draft',
  'submitted',
  'returned',
  'accepted',
  'in_review',
  'more_asked',
  'awaiting_decision',
  'granted',
  'refused',
  'not_accepted',
  'discontinued',
] as const;
/** A state of a case. */
export type CaseState = (typeof CASE_STATES)[number];

/** The acts that move a case; the access table says who may do them. */
export type CaseAction = Extract<
  ActId,
  | 'case.edit'
  | 'case.submit'
  | 'case.return'
  | 'case.decline'
  | 'case.accept'
  | 'case.record-payment'
  | 'case.request-provisional'
  | 'case.ask-more'
  | 'case.answer-more'
  | 'case.certify'
  | 'case.propose-decision'
  | 'case.withdraw-proposal'
  | 'case.confirm-decision'
  | 'case.discontinue'
>;

/** Why the lifecycle does not let an act happen. */
export type CaseRefusal = StepRefusal<CaseState, CaseAction, CaseRuleId>;

const confirmationRules = [
  decisionIsProposed,
  confirmerIsAnother,
  confirmerDidNotMakeFormatCheck,
  nothingChangedSinceProposal,
] as const;

/** The lifecycle of a case at every level. Refiling after a refusal is a new case, so nothing leads out of an end. */
export const CASE_LIFECYCLE: Lifecycle<CaseState, CaseAction, CaseRuleId, CaseFacts> = {
  initial: 'draft',
  states: CASE_STATES,
  transitions: [
    { action: 'case.edit', from: ['draft'], to: 'draft', rules: [], clause: 'DOMAIN §5.1' },
    {
      action: 'case.edit',
      from: ['returned'],
      to: 'returned',
      rules: [onlyReturnedItemsChanged],
      clause: 'DOMAIN §5.7',
    },
    {
      action: 'case.submit',
      from: ['draft', 'returned'],
      to: 'submitted',
      rules: [applicationIsComplete, everyFileIsStored, everyFileIsCleared, onlyReturnedItemsChanged],
      clause: 'DOMAIN §5.6',
    },
    {
      action: 'case.return',
      from: ['submitted'],
      to: 'returned',
      rules: [someItemIsReturned, returnedItemsHaveRemarks],
      clause: 'DOMAIN §5.7',
    },
    { action: 'case.decline', from: ['submitted'], to: 'not_accepted', rules: [reasonIsGiven], clause: 'DOMAIN §5' },
    { action: 'case.accept', from: ['submitted'], to: 'accepted', rules: [], clause: 'DOMAIN §5.8' },
    {
      action: 'case.record-payment',
      from: ['accepted'],
      to: 'awaiting_decision',
      when: ({ chain }) => chain === 'first-party',
      rules: [],
      clause: 'DOMAIN §5, states',
    },
    { action: 'case.record-payment', from: ['accepted'], to: 'in_review', rules: [], clause: 'DOMAIN §5, states' },
    {
      action: 'case.request-provisional',
      from: ['accepted'],
      to: 'accepted',
      rules: [],
      clause: 'DOMAIN §5, four numbers',
    },
    {
      action: 'case.request-provisional',
      from: ['in_review'],
      to: 'in_review',
      rules: [],
      clause: 'DOMAIN §5, four numbers',
    },
    {
      action: 'case.request-provisional',
      from: ['more_asked'],
      to: 'more_asked',
      rules: [],
      clause: 'DOMAIN §5, four numbers',
    },
    {
      action: 'case.request-provisional',
      from: ['awaiting_decision'],
      to: 'awaiting_decision',
      rules: [],
      clause: 'DOMAIN §5, four numbers',
    },
    { action: 'case.ask-more', from: ['in_review'], to: 'more_asked', rules: [], clause: 'ISO/IEC 17065:2012, 7.4' },
    { action: 'case.answer-more', from: ['more_asked'], to: 'in_review', rules: [], clause: 'ISO/IEC 17065:2012, 7.4' },
    {
      action: 'case.certify',
      from: ['in_review'],
      to: 'awaiting_decision',
      rules: [],
      clause: 'ISO/IEC 17065:2012, 7.6',
    },
    {
      action: 'case.propose-decision',
      from: ['awaiting_decision'],
      to: 'awaiting_decision',
      rules: [noDecisionIsProposed, refusalHasReason, shorteningHasReason],
      clause: 'DOMAIN §5.10',
    },
    {
      action: 'case.withdraw-proposal',
      from: ['awaiting_decision'],
      to: 'awaiting_decision',
      rules: [decisionIsProposed, proposerMayWithdraw],
      clause: 'DOMAIN §5.10',
    },
    {
      action: 'case.confirm-decision',
      from: ['awaiting_decision'],
      to: 'refused',
      when: ({ proposal }) => proposal?.outcome === 'refuse',
      rules: confirmationRules,
      clause: 'DOMAIN §5.10',
    },
    {
      action: 'case.confirm-decision',
      from: ['awaiting_decision'],
      to: 'granted',
      rules: confirmationRules,
      clause: 'DOMAIN §5.10',
    },
    {
      action: 'case.discontinue',
      from: ['draft', 'submitted', 'returned', 'accepted', 'in_review', 'more_asked', 'awaiting_decision'],
      to: 'discontinued',
      when: ({ byOperator }) => !byOperator,
      rules: [reasonIsGiven],
      clause: 'DOMAIN §5, states',
    },
    {
      action: 'case.discontinue',
      from: ['returned', 'accepted', 'more_asked'],
      to: 'discontinued',
      when: ({ byOperator }) => byOperator,
      rules: [reasonIsGiven, clockHasRunOut],
      clause: 'DOMAIN §5, states',
    },
  ],
};

/** Whether the applicant may change answers in a state: a page then shows a form, with what is still missing. */
export function isOpenToEdits(state: CaseState): boolean {
  return actionsFrom(CASE_LIFECYCLE, state).includes('case.edit');
}
