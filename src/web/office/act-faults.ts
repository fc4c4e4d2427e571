import type { CaseRuleId } from '../../core/case/case-rules.ts';
import type { Fault } from '../parts/error-summary.ts';
import type { Reader } from '../parts/reader.ts';
import { refusalWords } from '../parts/refusal-words.ts';
import type { ActRefusal } from './do-act.ts';

/** The field of an act's form at which an unmet rule is mended. */
const FIELD_OF: Partial<Readonly<Record<CaseRuleId, string>>> = {
  reason_is_given: 'reason',
  refusal_has_reason: 'reason',
  shortening_has_reason: 'reason',
  proposer_may_withdraw: 'reason',
};

/** The field of the day that is wrong. */
const DAY_FIELDS: Readonly<Record<string, string | undefined>> = {
  day_in_future: 'paidOn',
  day_before_acceptance: 'paidOn',
  day_before_issue: 'validUntil',
};

/** Why the form of an act was not taken, each at its field where it has one. */
export function actFaults(reader: Reader, refusal: ActRefusal): readonly Fault[] {
  const { say } = reader;
  switch (refusal.code) {
    case 'unreadable_field':
      return [{ field: refusal.field, words: say(`office.fault.${refusal.field}`) }];
    case 'items_unlooked':
      return refusalWords(reader, refusal).map((words) => ({ field: 'unlooked', words }));
    case 'not_as_seen':
    case 'proposal_differs':
      return [{ words: say('office.fault.not-as-seen') }];
    case 'under_embargo':
      return [{ words: say('refusal.under_embargo', { until: refusal.until }) }];
    case 'rules_unmet':
      return refusal.unmet.map(({ rule }) => ({ field: FIELD_OF[rule], words: say(`rule.${rule}`) }));
    case 'wrong_state':
      return [{ words: say('office.fault.wrong-state') }];
    default:
      return refusalWords(reader, refusal).map((words) => ({ field: DAY_FIELDS[refusal.code], words }));
  }
}
