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

/** Why the form of an act was not taken, each at its field where it has one. */
export function actFaults(reader: Reader, refusal: ActRefusal): readonly Fault[] {
  const { say } = reader;
  switch (refusal.code) {
    case 'unreadable_field':
      return [{ field: refusal.field, words: say(`office.fault.${refusal.field}`) }];
    case 'items_unlooked':
      return [{ field: 'unlooked', words: say('office.fault.unlooked', { count: refusal.count, of: refusal.of }) }];
    case 'not_as_seen':
    case 'proposal_differs':
      return [{ words: say('office.fault.not-as-seen') }];
    case 'day_in_future':
    case 'day_before_acceptance':
      return refusalWords(reader, refusal).map((words) => ({ field: 'paidOn', words }));
    case 'day_before_issue':
      return refusalWords(reader, refusal).map((words) => ({ field: 'validUntil', words }));
    case 'under_embargo':
      return [{ words: say('refusal.under_embargo', { until: refusal.until }) }];
    case 'rules_unmet':
      return refusal.unmet.map(({ rule }) => ({ field: FIELD_OF[rule], words: say(`rule.${rule}`) }));
    case 'wrong_state':
      return [{ words: say('office.fault.wrong-state') }];
    default:
      return refusalWords(reader, refusal).map((words) => ({ words }));
  }
}
