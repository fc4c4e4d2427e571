import type { Role } from '../access/actor.ts';
import type { OrganisationKind } from './organisation.ts';

/** What an account at an OpenID provider in the shape of GビズID vouches for. */
type VouchedAccount = {
  readonly accountType: 'entry' | 'prime' | 'member';
  readonly corporateNumber: string | undefined;
  readonly actsForOthers: boolean;
};

/** Whether the provider has verified that the account belongs to the organisation it names: not for Entry accounts. */
export function isVerified({ accountType, corporateNumber }: VouchedAccount): boolean {
  return accountType !== 'entry' && corporateNumber !== undefined;
}

/**
 * The roles an account gives in an organisation of a kind: Entry accounts may draft, verified ones submit; for an agent's
 * people only verified ones act, because they submit under the mandates their vendors give. Staff never come this way.
 */
export function accountRoles(account: VouchedAccount, kind: OrganisationKind): readonly Role[] {
  const canSubmit = isVerified(account);
  if (kind === 'vendor') return canSubmit ? ['vendor-editor', 'vendor-signatory'] : ['vendor-editor'];
  return kind === 'agent' && canSubmit ? ['agent'] : [];
}
