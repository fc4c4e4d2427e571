import type { ActId } from '../access/permissions.ts';
import type { PersonId } from '../kernel/ids.ts';
import { actionsFrom, step, type Lifecycle, type StepRefusal } from '../kernel/lifecycle.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import type { Rule } from '../kernel/rule.ts';
import { MANDATE_STATES, type MandateState } from './mandate.ts';

/** What changes how a mandate stands; the calendar needs nobody. */
export type MandateAction =
  | Extract<ActId, 'mandate.confirm-letter' | 'mandate.refuse-letter' | 'mandate.revoke'>
  | 'calendar.first-day'
  | 'calendar.end-of-period';

/** An act by which somebody changes how a mandate stands. */
export type MandateAct = Extract<MandateAction, ActId>;

/** The rules of a mandate's lifecycle, by id. */
type MandateRuleId =
  'decider_did_not_file_letter' | 'letter_is_cleared' | 'refusal_of_letter_has_reason' | 'office_gives_reason';

/** Everything the rules of a mandate's lifecycle look at. */
export type MandateFacts = {
  /** How the mandate stands on the day once its letter counts: by its period alone. */
  readonly byPeriod: Extract<MandateState, 'coming' | 'in-force' | 'ended'>;
  /** Whether the operator acts rather than the vendor. */
  readonly byOperator: boolean;
  readonly reason: string | undefined;
  readonly decider: PersonId | undefined;
  /** Who filed the letter, or gave the mandate. */
  readonly filedBy: PersonId | undefined;
  /** Files of the letter in which malware was found, or that still wait for their scan where a scanner is at work. */
  readonly filesNotCleared: number;
};

type MandateRule<Id extends MandateRuleId> = Rule<Id, MandateFacts>;

const isGiven = (reason: string | undefined): boolean => (reason ?? '').trim() !== '';

/** Somebody may belong to a party and to the operator: the letter is decided about by another than who filed it. */
const deciderDidNotFileLetter: MandateRule<'decider_did_not_file_letter'> = {
  id: 'decider_did_not_file_letter',
  clause: 'DOMAIN §3 [O]; OWASP ASVS 5.0.0, 2.3.5',
  holds: ({ decider, filedBy }) => decider === undefined || decider !== filedBy,
};

/** Nobody confirms a letter whose file holds malware or waits for its scan. */
const letterIsCleared: MandateRule<'letter_is_cleared'> = {
  id: 'letter_is_cleared',
  clause: 'DOMAIN §5.6 [O]',
  holds: ({ filesNotCleared }) => filesNotCleared === 0,
};

/** Whoever filed a letter learns why it does not count. */
const refusalOfLetterHasReason: MandateRule<'refusal_of_letter_has_reason'> = {
  id: 'refusal_of_letter_has_reason',
  clause: 'DOMAIN §3 [O]',
  holds: ({ reason }) => isGiven(reason),
};

/** A vendor needs no reason to take its consent back; the office does. */
const officeGivesReason: MandateRule<'office_gives_reason'> = {
  id: 'office_gives_reason',
  clause: 'DOMAIN §3 [O]',
  holds: ({ byOperator, reason }) => !byOperator || isGiven(reason),
};

const CONFIRMATION = {
  action: 'mandate.confirm-letter',
  from: ['pending'],
  rules: [deciderDidNotFileLetter, letterIsCleared],
  clause: 'METI slides on agents; DOMAIN §3 [S]',
} as const;

/**
 * The lifecycle of a mandate. One that the vendor gives here begins by its period; one that rests on a scanned letter waits
 * for staff. The calendar acts at midnight in the scheme's zone, without anybody acting.
 */
export const MANDATE_LIFECYCLE: Lifecycle<MandateState, MandateAction, MandateRuleId, MandateFacts> = {
  initial: 'pending',
  alsoInitial: ['coming', 'in-force', 'ended'],
  states: MANDATE_STATES,
  transitions: [
    { ...CONFIRMATION, to: 'coming', when: ({ byPeriod }) => byPeriod === 'coming' },
    { ...CONFIRMATION, to: 'ended', when: ({ byPeriod }) => byPeriod === 'ended' },
    { ...CONFIRMATION, to: 'in-force' },
    {
      action: 'mandate.refuse-letter',
      from: ['pending'],
      to: 'refused',
      rules: [deciderDidNotFileLetter, refusalOfLetterHasReason],
      clause: 'METI slides on agents; DOMAIN §3 [S]',
    },
    {
      action: 'mandate.revoke',
      from: ['pending', 'coming', 'in-force'],
      to: 'revoked',
      rules: [officeGivesReason],
      clause: 'DOMAIN §3',
    },
    {
      action: 'calendar.first-day',
      from: ['coming'],
      to: 'in-force',
      rules: [],
      clause: 'METI slides on agents; DOMAIN §3 [S]',
    },
    {
      action: 'calendar.end-of-period',
      from: ['in-force'],
      to: 'ended',
      rules: [],
      clause: 'METI slides on agents; DOMAIN §3 [S]',
    },
  ],
};

/** Why an act on a mandate was refused. */
export type MandateActRefusal = {
  readonly code:
    | 'already_revoked'
    | 'mandate_over'
    | 'letter_already_decided'
    | 'letter_filed_by_decider'
    | 'letter_not_cleared'
    | 'reason_missing';
};

const RULE_REFUSALS = {
  decider_did_not_file_letter: 'letter_filed_by_decider',
  letter_is_cleared: 'letter_not_cleared',
  refusal_of_letter_has_reason: 'reason_missing',
  office_gives_reason: 'reason_missing',
} as const satisfies Readonly<Record<MandateRuleId, MandateActRefusal['code']>>;

function refusalOf({ action, ...refusal }: StepRefusal<MandateState, MandateAction, MandateRuleId>): MandateActRefusal {
  if (refusal.code === 'rules_unmet') {
    const [first] = refusal.unmet;
    if (first === undefined) throw new Error(`${action} refused without a rule`);
    return { code: RULE_REFUSALS[first.rule] };
  }
  if (refusal.state === 'revoked') return { code: 'already_revoked' };
  return { code: action === 'mandate.revoke' ? 'mandate_over' : 'letter_already_decided' };
}

/** How a mandate stands after an act, or why the act may not be done. Who may act is decided by the access table. */
export function stepMandate(
  state: MandateState,
  act: MandateAct,
  facts: MandateFacts,
): Result<MandateState, MandateActRefusal> {
  const next = step(MANDATE_LIFECYCLE, state, act, facts);
  return next.ok ? ok(next.value) : refused(refusalOf(next.error));
}

/** Whether an act on a mandate starts from how it stands: what a page may offer. */
export function startsFrom(state: MandateState, act: MandateAct): boolean {
  return actionsFrom(MANDATE_LIFECYCLE, state).includes(act);
}
