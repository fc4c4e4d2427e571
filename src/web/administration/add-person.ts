import { giveRoles, type RoleRefusal } from '../../app/parties/give-roles.ts';
import { registerPerson, type PersonRefusal } from '../../app/parties/register-person.ts';
import type { Deps } from '../../app/ports.ts';
import { ROLES, type Actor, type Role } from '../../core/access/actor.ts';
import { asTyped } from '../../core/kernel/fold.ts';
import type { OrganisationId, PersonId } from '../../core/kernel/ids.ts';
import type { Result } from '../../core/kernel/result.ts';
import type { Fault } from '../parts/error-summary.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';

type AddedPerson = { readonly name: string; readonly mail: string; readonly roles: readonly [Role, ...Role[]] };

/** Somebody to add as a form names them, what was typed, and what is to be mended. */
type ReadPerson = {
  readonly typed: { readonly name: string; readonly mail: string; readonly roles: readonly string[] };
  readonly faults: readonly Fault[];
  readonly input: AddedPerson | undefined;
};

/** Reads who is to be registered or given roles. The name is only needed for somebody new. */
export function readPerson({ say }: WorkspaceView, form: URLSearchParams): ReadPerson {
  const typed = {
    name: asTyped(form.get('name') ?? ''),
    mail: form.get('mail')?.trim() ?? '',
    roles: form.getAll('role'),
  };
  const [first, ...others] = ROLES.filter((role) => typed.roles.includes(role));
  const isMail = /^[^\s@]+@[^\s@]+$/.test(typed.mail);
  const faults: Fault[] = [];
  if (!isMail) faults.push({ field: 'mail', words: say('administration.mail.missing') });
  if (first === undefined) faults.push({ field: 'role', words: say('administration.roles.missing') });
  if (!isMail || first === undefined) return { typed, faults, input: undefined };
  return { typed, faults, input: { name: typed.name, mail: typed.mail, roles: [first, ...others] } };
}

/** Gives roles to somebody registered, or registers them with these roles; without a name nobody new is registered. */
export async function addPerson(
  deps: Deps,
  actor: Actor,
  input: AddedPerson & { readonly organisation: OrganisationId },
): Promise<Result<PersonId, RoleRefusal | PersonRefusal>> {
  const given = await giveRoles(deps, actor, input);
  if (given.ok || given.error.code !== 'nobody_registered' || input.name === '') return given;
  return registerPerson(deps, actor, input);
}
