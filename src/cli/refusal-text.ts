import type { MessageParam } from '../i18n/message.ts';
import type { InvitationRefusal } from '../app/access/invite-person.ts';
import type { CaseRefusal } from '../app/case/case-refusal.ts';
import type { EvidenceRefusal } from '../app/files/store-evidence.ts';
import type { NoLabel } from '../app/label/find-label.ts';
import type { ArtworkRefusal } from '../app/label/download-artwork.ts';
import type { MandateRefusal } from '../app/parties/give-mandate.ts';
import type { RevocationRefusal } from '../app/parties/revoke-mandate.ts';
import type { OrganisationRefusal } from '../app/parties/register-organisation.ts';
import type { PersonRefusal } from '../app/parties/register-person.ts';
import type { UnmetRule } from '../core/kernel/rule.ts';
import type { CaseRuleId } from '../core/case/case-rules.ts';
import { EXIT, type CommandContext } from './command.ts';
import { say } from './say.ts';

/** Every refusal the command line can meet. */
type Refusal =
  | EvidenceRefusal
  | CaseRefusal
  | NoLabel
  | ArtworkRefusal
  | MandateRefusal
  | RevocationRefusal
  | OrganisationRefusal
  | PersonRefusal
  | InvitationRefusal;

function list(context: CommandContext, words: readonly string[]): readonly string[] {
  return words.length === 0 ? [say(context, 'cli.none')] : words;
}

/** The project's own reading of the scheme, which readers do not have, is left out of a rule's sources. */
function unmetLines(context: CommandContext, unmet: readonly UnmetRule<CaseRuleId>[]): readonly string[] {
  return unmet.map(({ rule, clause }) => {
    const published = clause.split('; ').filter((source) => !source.startsWith('DOMAIN'));
    const sources = published.length === 0 ? '' : ` (${published.join('; ')})`;
    return `  - ${say(context, `rule.${rule}`)}${sources}`;
  });
}

function isParam(value: unknown): value is MessageParam {
  if (Array.isArray(value)) return value.every((entry) => typeof entry === 'string');
  return typeof value === 'string' || typeof value === 'number' || value instanceof Temporal.PlainDate;
}

/** The parts of a refusal that a message can show as they are. */
function paramsOf(refusal: Refusal): Readonly<Record<string, MessageParam>> {
  const parts: readonly (readonly [string, unknown])[] = Object.entries(refusal);
  return Object.fromEntries(parts.filter((part): part is readonly [string, MessageParam] => isParam(part[1])));
}

function proposalDiffers(context: CommandContext, until: Temporal.PlainDate | undefined): string {
  if (until === undefined) return say(context, 'refusal.proposal_differs');
  return say(context, 'refusal.proposal_differs.shortened', { until });
}

/** What a refusal says in words, one line or several. */
function refusalLines(context: CommandContext, refusal: Refusal): readonly string[] {
  switch (refusal.code) {
    case 'not_permitted': {
      const roles = refusal.roles.map((role) => say(context, `role.${role}`));
      return [say(context, 'refusal.not_permitted', { act: say(context, `act.${refusal.act}`), roles })];
    }
    case 'wrong_state': {
      const from = list(
        context,
        refusal.from.map((state) => say(context, `case.state.${state}`)),
      );
      const state = say(context, `case.state.${refusal.state}`);
      return [say(context, 'refusal.wrong_state', { act: say(context, `act.${refusal.action}`), state, from })];
    }
    case 'rules_unmet':
      return [
        say(context, 'refusal.rules_unmet', { act: say(context, `act.${refusal.action}`) }),
        ...unmetLines(context, refusal.unmet),
      ];
    case 'not_yet_open':
      return refusal.opensOn === undefined
        ? [say(context, 'refusal.opening_not_fixed')]
        : [say(context, 'refusal.not_yet_open', { opensOn: refusal.opensOn })];
    case 'application_incomplete':
      return [say(context, 'refusal.application_incomplete', { count: refusal.gaps.length })];
    case 'proposal_differs':
      return [proposalDiffers(context, refusal.until)];
    case 'role_not_of_organisation':
      return [say(context, 'refusal.role_not_of_organisation', { role: say(context, `role.${refusal.role}`) })];
    case 'artwork_not_available':
      return [say(context, 'refusal.artwork_not_available', { state: say(context, `label.state.${refusal.state}`) })];
    default:
      return [say(context, `refusal.${refusal.code}`, paramsOf(refusal))];
  }
}

/** Prints a refusal, as words to the error stream or as JSON, and answers with the exit code. */
export function printRefusal(context: CommandContext, refusal: Refusal): number {
  const lines = refusalLines(context, refusal);
  if (context.json) context.print(JSON.stringify({ refused: { ...refusal, message: lines.join('\n') } }, null, 2));
  else lines.forEach((line) => context.printError(line));
  return EXIT.refused;
}
