import type { InvitationRefusal } from '../../app/access/invite-person.ts';
import type { CaseRefusal } from '../../app/case/case-refusal.ts';
import type { LetterDecisionRefusal } from '../../app/parties/decide-letter.ts';
import type { LetterRefusal } from '../../app/parties/file-letter.ts';
import type { MandateRefusal } from '../../app/parties/give-mandate.ts';
import type { RoleRefusal } from '../../app/parties/give-roles.ts';
import type { TakingRefusal } from '../../app/parties/take-role.ts';
import type { LookUpRefusal } from '../../app/parties/look-up-corporation.ts';
import type { OrganisationRefusal } from '../../app/parties/register-organisation.ts';
import type { PersonRefusal } from '../../app/parties/register-person.ts';
import type { RevocationRefusal } from '../../app/parties/revoke-mandate.ts';
import type { EvidenceRefusal } from '../../app/files/store-evidence.ts';
import type { MessageParam } from '../../i18n/message.ts';
import type { Reader } from './reader.ts';

/** Every refusal a page of a case can meet. */
type ShownRefusal =
  | CaseRefusal
  | MandateRefusal
  | LetterRefusal
  | LetterDecisionRefusal
  | RevocationRefusal
  | InvitationRefusal
  | OrganisationRefusal
  | LookUpRefusal
  | PersonRefusal
  | RoleRefusal
  | TakingRefusal
  | EvidenceRefusal;

function isParam(value: unknown): value is MessageParam {
  if (Array.isArray(value)) return value.every((entry) => typeof entry === 'string');
  return typeof value === 'string' || typeof value === 'number' || value instanceof Temporal.PlainDate;
}

/** The parts of a refusal that a message shows as they are. */
function paramsOf(refusal: ShownRefusal): Readonly<Record<string, MessageParam>> {
  const parts: readonly (readonly [string, unknown])[] = Object.entries(refusal);
  return Object.fromEntries(parts.filter((part): part is readonly [string, MessageParam] => isParam(part[1])));
}

function openingWords(say: Reader['say'], opensOn: Temporal.PlainDate | undefined): string {
  return opensOn === undefined ? say('refusal.opening_not_fixed') : say('refusal.not_yet_open', { opensOn });
}

function differenceWords(say: Reader['say'], until: Temporal.PlainDate | undefined): string {
  return until === undefined ? say('refusal.proposal_differs') : say('refusal.proposal_differs.shortened', { until });
}

/** Why an act was refused and how to mend it, in the reader's words; unmet rules follow each on its own line. */
export function refusalWords({ say, noteRefusal }: Reader, refusal: ShownRefusal): readonly string[] {
  noteRefusal?.(refusal.code);
  switch (refusal.code) {
    case 'not_permitted': {
      const roles = refusal.roles.map((role) => say(`role.${role}`));
      return [say('refusal.not_permitted', { act: say(`act.${refusal.act}`), roles })];
    }
    case 'wrong_state': {
      const from = refusal.from.map((state) => say(`case.state.${state}`));
      const state = say(`case.state.${refusal.state}`);
      return [say('refusal.wrong_state', { act: say(`act.${refusal.action}`), state, from })];
    }
    case 'rules_unmet':
      return [
        say('refusal.rules_unmet', { act: say(`act.${refusal.action}`) }),
        ...refusal.unmet.map(({ rule }) => say(`rule.${rule}`)),
      ];
    case 'not_yet_open':
      return [openingWords(say, refusal.opensOn)];
    case 'application_incomplete':
      return [say('refusal.application_incomplete', { count: refusal.gaps.length })];
    case 'proposal_differs':
      return [differenceWords(say, refusal.until)];
    case 'role_not_of_organisation':
      return [say('refusal.role_not_of_organisation', { role: say(`role.${refusal.role}`) })];
    default:
      return [say(`refusal.${refusal.code}`, paramsOf(refusal))];
  }
}
