import type { PersonActor } from '../../src/core/access/actor.ts';
import type { CaseInterest, CaseOfInterest } from './cases-of-interest.ts';
import type { LabelInterest, LabelOfInterest } from './labels-of-interest.ts';
import { MANDATES, personWith } from './people.ts';
import { ORGANISATIONS } from './organisations.ts';

/** Something worth trying first: a text of `src/i18n` by its key, and what fills it. */
export type Suggestion = {
  readonly key:
    | 'demonstration.try.search'
    | 'demonstration.try.label'
    | 'demonstration.try.submit'
    | 'demonstration.try.mend'
    | 'demonstration.try.accept'
    | 'demonstration.try.confirm'
    | 'demonstration.try.embargo'
    | 'demonstration.try.agent'
    | 'demonstration.try.prove';
  readonly params: Readonly<Record<string, string | Temporal.PlainDate>>;
};

/** What suggestions are made from. */
type Found = {
  readonly labels: readonly LabelOfInterest[];
  readonly cases: readonly CaseOfInterest[];
  readonly officers: readonly { readonly mail: string; readonly actor: PersonActor }[];
};

type Suggest = (found: Found) => Suggestion | undefined;

function labelWith({ labels }: Found, interest: LabelInterest): LabelOfInterest | undefined {
  return labels.find((label) => label.interest === interest);
}

function caseWith({ cases }: Found, interest: CaseInterest): CaseOfInterest['shown'] | undefined {
  return cases.find((found) => found.interest === interest)?.shown;
}

/** Who signs for the vendor of a case. */
function signatoryOf(shown: CaseOfInterest['shown']): string {
  const vendor = ORGANISATIONS.find(({ name }) => name === shown.vendor.name);
  return vendor === undefined ? '' : personWith(vendor.key, 'vendor-signatory').mail;
}

const search: Suggest = (found) => {
  const label = labelWith(found, 'many-models');
  return label && { key: 'demonstration.try.search', params: { model: label.model } };
};

const look: Suggest = (found) => {
  const label = labelWith(found, 'near-expiry') ?? labelWith(found, 'valid');
  return label && { key: 'demonstration.try.label', params: { number: label.number } };
};

const submit: Suggest = (found) => {
  const shown = caseWith(found, 'ready-to-submit');
  if (shown === undefined) return undefined;
  const params = { number: shown.row.application_number, mail: signatoryOf(shown) };
  return { key: 'demonstration.try.submit', params };
};

const mend: Suggest = (found) => {
  const shown = caseWith(found, 'returned');
  if (shown === undefined) return undefined;
  return { key: 'demonstration.try.mend', params: { number: shown.row.application_number, mail: signatoryOf(shown) } };
};

const accept: Suggest = (found) => {
  const shown = caseWith(found, 'to-check');
  const mail = found.officers[0]?.mail ?? '';
  return shown && { key: 'demonstration.try.accept', params: { number: shown.row.application_number, mail } };
};

const confirm: Suggest = (found) => {
  const shown = caseWith(found, 'to-confirm');
  const another = found.officers.find(({ actor }) => actor.person !== shown?.decision?.proposed_by);
  if (shown === undefined || another === undefined) return undefined;
  const params = { number: shown.row.application_number, mail: another.mail };
  return { key: 'demonstration.try.confirm', params };
};

const embargo: Suggest = (found) => {
  const label = labelWith(found, 'scheduled');
  return label && { key: 'demonstration.try.embargo', params: { number: label.number, day: label.publishOn } };
};

const agent: Suggest = () => {
  const mandate = MANDATES[0];
  return mandate && { key: 'demonstration.try.agent', params: { mail: personWith(mandate.agent, 'agent').mail } };
};

const prove: Suggest = (found) => {
  const label = labelWith(found, 'valid') ?? labelWith(found, 'near-expiry');
  return label && { key: 'demonstration.try.prove', params: { number: label.number } };
};

/** What to try first, in the order of a visit; what is no longer there to be tried is left out. */
export function suggestionsFrom(found: Found): readonly Suggestion[] {
  const all = [search, look, submit, mend, accept, confirm, embargo, agent, prove];
  return all.flatMap((suggest) => suggest(found) ?? []);
}
