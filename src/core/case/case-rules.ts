import type { Rule } from '../kernel/rule.ts';
import type { CaseFacts } from './case-facts.ts';

/** The rules of a case's lifecycle, by id: message key, audit record and API error alike. */
export type CaseRuleId =
  | 'application_is_complete'
  | 'every_file_is_stored'
  | 'every_file_is_cleared'
  | 'only_returned_items_changed'
  | 'some_item_is_returned'
  | 'returned_items_have_remarks'
  | 'reason_is_given'
  | 'clock_has_run_out'
  | 'no_decision_is_proposed'
  | 'proposer_may_withdraw'
  | 'decision_is_proposed'
  | 'confirmer_is_another'
  | 'confirmer_did_not_make_format_check'
  | 'nothing_changed_since_proposal'
  | 'refusal_has_reason'
  | 'shortening_has_reason';

type CaseRule<Id extends CaseRuleId> = Rule<Id, CaseFacts>;

/** Nothing is missing or wrong in the application. */
export const applicationIsComplete: CaseRule<'application_is_complete'> = {
  id: 'application_is_complete',
  clause: 'DOMAIN §5.6',
  holds: ({ gapCount }) => gapCount === 0,
};

/** Each file that is named has arrived, is stored and hashed. */
export const everyFileIsStored: CaseRule<'every_file_is_stored'> = {
  id: 'every_file_is_stored',
  clause: 'DOMAIN §5.6 [O]',
  holds: ({ filesNotStored }) => filesNotStored === 0,
};

/** No file holds malware or waits for its scan; one that the scanner cannot look into is left to the officers. */
export const everyFileIsCleared: CaseRule<'every_file_is_cleared'> = {
  id: 'every_file_is_cleared',
  clause: 'DOMAIN §5.6 [O]',
  holds: ({ filesNotCleared }) => filesNotCleared === 0,
};

/** After a return, only what was returned has changed. */
export const onlyReturnedItemsChanged: CaseRule<'only_returned_items_changed'> = {
  id: 'only_returned_items_changed',
  clause: 'DOMAIN §5.7',
  holds: ({ closedItemsChanged }) => closedItemsChanged === 0,
};

/** A return names at least one item. */
export const someItemIsReturned: CaseRule<'some_item_is_returned'> = {
  id: 'some_item_is_returned',
  clause: 'DOMAIN §5.7',
  holds: ({ itemsReturned }) => itemsReturned > 0,
};

/** Each returned item tells the applicant why. */
export const returnedItemsHaveRemarks: CaseRule<'returned_items_have_remarks'> = {
  id: 'returned_items_have_remarks',
  clause: 'DOMAIN §5.7',
  holds: ({ itemsReturnedWithoutRemark }) => itemsReturnedWithoutRemark === 0,
};

/** An ending names its reason. */
export const reasonIsGiven: CaseRule<'reason_is_given'> = {
  id: 'reason_is_given',
  clause: 'DOMAIN §5',
  holds: ({ reason }) => (reason ?? '').trim() !== '',
};

/** The operator ends a case only when an answer or the fee is missing past its clock. */
export const clockHasRunOut: CaseRule<'clock_has_run_out'> = {
  id: 'clock_has_run_out',
  clause: 'DOMAIN §5, states [O]',
  holds: ({ isOverdue }) => isOverdue,
};

/** One proposal at a time. */
export const noDecisionIsProposed: CaseRule<'no_decision_is_proposed'> = {
  id: 'no_decision_is_proposed',
  clause: 'DOMAIN §5.10 [O]',
  holds: ({ proposal }) => proposal === undefined,
};

/** A proposal is withdrawn by whoever made it, or sent back by another officer with a reason. */
export const proposerMayWithdraw: CaseRule<'proposer_may_withdraw'> = {
  id: 'proposer_may_withdraw',
  clause: 'DOMAIN §5.10 [O]',
  holds: ({ proposal, confirmer, reason }) => proposal?.by === confirmer || (reason ?? '').trim() !== '',
};
