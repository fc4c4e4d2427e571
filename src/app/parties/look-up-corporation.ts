import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { CorporateRegisterAway, Deps, FoundCorporation } from '../ports.ts';

/** Why nothing was looked up. */
type LookUpRefusal = AccessRefusal | CorporateRegisterAway | { readonly code: 'corporate_number_unknown' };

/** An organisation by its corporate number as the public register has it, for whoever registers organisations. */
export async function lookUpCorporation(
  deps: Pick<Deps, 'corporateRegister'>,
  actor: Actor,
  corporateNumber: string,
): Promise<Result<FoundCorporation, LookUpRefusal>> {
  const allowed = authorize(actor, 'organisation.register', {});
  if (!allowed.ok) return allowed;
  const found = (await deps.corporateRegister?.find(corporateNumber)) ?? ok(undefined);
  if (!found.ok) return found;
  return found.value === undefined ? refused({ code: 'corporate_number_unknown' }) : ok(found.value);
}
