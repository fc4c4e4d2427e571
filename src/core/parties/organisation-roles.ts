import type { Role } from '../access/actor.ts';
import type { OrganisationKind } from './organisation.ts';

/** The roles people may hold in each kind of organisation: nobody of a vendor decides, nobody of the operator applies. */
export const ROLES_IN: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  vendor: ['vendor-editor', 'vendor-signatory'],
  agent: ['agent'],
  operator: ['label-officer', 'reviewer', 'decider', 'surveillance-officer', 'scheme-officer', 'administrator'],
};
