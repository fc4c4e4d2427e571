import type { CaseId, MandateId, OrganisationId, PersonId } from '../kernel/ids.ts';

/** The roles a person may hold in an organisation; the operator's three functions keep theirs apart (DOMAIN §2). */
export const ROLES = [
  'vendor-editor',
  'vendor-signatory',
  'agent',
  'label-officer',
  'reviewer',
  'decider',
  'surveillance-officer',
  'scheme-officer',
  'administrator',
] as const;
/** One of the roles. */
export type Role = (typeof ROLES)[number];

/** A mandate in force today, as far as it says what an agent may reach. */
export type HeldMandate = {
  readonly id: MandateId;
  readonly vendor: OrganisationId;
  /** The applications it is limited to; undefined when it covers all of the vendor's. */
  readonly applications: readonly CaseId[] | undefined;
  /** Whether the agent may open applications under it. */
  readonly allowsNew: boolean;
};

/** A person signed in for one organisation, with what they may be there and whom they may act for today. */
export type PersonActor = {
  readonly kind: 'person';
  readonly person: PersonId;
  readonly organisation: OrganisationId;
  readonly roles: readonly Role[];
  /** The mandates of this person's organisation that are in force today. */
  readonly mandates: readonly HeldMandate[];
};

/** Whoever acts: a person, the system by one of its named jobs, or anybody without an account. */
export type Actor = PersonActor | { readonly kind: 'system'; readonly job: string } | { readonly kind: 'public' };

/** Anybody who reads public pages. */
export const PUBLIC: Actor = { kind: 'public' };
