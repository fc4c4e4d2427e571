import type { Role } from '../access/actor.ts';
import type { OrganisationKind } from './organisation.ts';

/** The roles people may hold in each kind of organisation: nobody of a vendor decides, nobody of the operator applies. */
export const ROLES_IN: Readonly<Record<OrganisationKind, readonly Role[]>> = {
  vendor: ['vendor-editor', 'vendor-signatory'],
  agent: ['agent'],
  operator: ['label-officer', 'reviewer', 'decider', 'surveillance-officer', 'scheme-officer', 'administrator'],
};

/** The first of these roles that nobody holds in an organisation of this kind; undefined where all may be held. */
export function roleNotOf(kind: OrganisationKind, roles: readonly Role[]): Role | undefined {
  return roles.find((role) => !ROLES_IN[kind].includes(role));
}
