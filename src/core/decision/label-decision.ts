import type { PersonId, Sha256 } from '../kernel/ids.ts';
import type { Rule } from '../kernel/rule.ts';

/** What a label decision says. */
export const DECISION_OUTCOMES = ['grant', 'refuse'] as const;
/** One of the two outcomes of a label decision. */
export type DecisionOutcome = (typeof DECISION_OUTCOMES)[number];

/** One officer's proposal, sealed to the exact state of the case it was made on. */
export type DecisionProposal = {
  readonly outcome: DecisionOutcome;
  readonly by: PersonId;
  readonly reason: string | undefined;
  /** SHA-256 of what was submitted when the proposal was made. */
  readonly seal: Sha256;
};

/** What the second officer's confirmation is held against. */
export type ConfirmationFacts = {
  readonly proposal: DecisionProposal | undefined;
  readonly confirmer: PersonId | undefined;
  /** Everybody who made a format check in this case, whatever its outcome. */
  readonly formatCheckers: readonly PersonId[];
  /** SHA-256 of what is submitted now. */
  readonly currentSeal: Sha256 | undefined;
};

/** There is something to confirm. */
export const decisionIsProposed: Rule<'decision_is_proposed', ConfirmationFacts> = {
  id: 'decision_is_proposed',
  clause: 'DOMAIN §5.10 [O]',
  holds: ({ proposal }) => proposal !== undefined,
};

/** Two persons decide about a label: the one who confirms is not the one who proposed. */
export const confirmerIsAnother: Rule<'confirmer_is_another', ConfirmationFacts> = {
  id: 'confirmer_is_another',
  clause: 'DOMAIN §5.10 [O]; OWASP ASVS 5.0.0, 2.3.5',
  holds: ({ proposal, confirmer }) => proposal === undefined || (confirmer !== undefined && confirmer !== proposal.by),
};

/** Whoever made a format check of the case, also one that returned it, may propose, but not confirm. */
export const confirmerDidNotMakeFormatCheck: Rule<'confirmer_did_not_make_format_check', ConfirmationFacts> = {
  id: 'confirmer_did_not_make_format_check',
  clause: 'DOMAIN §5.10 [O]; ISO/IEC 17065:2012, 7.6.2',
  holds: ({ confirmer, formatCheckers }) => confirmer === undefined || !formatCheckers.includes(confirmer),
};

/** The confirmation is of exactly what was proposed: nothing has changed in between. */
export const nothingChangedSinceProposal: Rule<'nothing_changed_since_proposal', ConfirmationFacts> = {
  id: 'nothing_changed_since_proposal',
  clause: 'DOMAIN §5.10 [O]',
  holds: ({ proposal, currentSeal }) => proposal === undefined || proposal.seal === currentSeal,
};

/** A validity shorter than the scheme's term names its reason. */
export const shorteningHasReason: Rule<
  'shortening_has_reason',
  { readonly shortensValidity: boolean; readonly reason: string | undefined }
> = {
  id: 'shortening_has_reason',
  clause: 'DOMAIN §5, issue and validity [L]',
  holds: ({ shortensValidity, reason }) => !shortensValidity || (reason ?? '').trim() !== '',
};

/** A refusal names its reasons. */
export const refusalHasReason: Rule<
  'refusal_has_reason',
  { readonly outcome: DecisionOutcome | undefined; readonly reason: string | undefined }
> = {
  id: 'refusal_has_reason',
  clause: 'ISO/IEC 17065:2012, 7.6.6',
  holds: ({ outcome, reason }) => outcome !== 'refuse' || (reason ?? '').trim() !== '',
};
