import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import type { OrganisationId } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { Organisation } from '../../core/parties/organisation.ts';
import { appendEvent } from '../../db/events.ts';
import { insertOrganisation } from '../../db/organisations.ts';
import { transact } from '../../db/transact.ts';
import { eventActor } from '../event-actor.ts';
import type { Deps } from '../ports.ts';

/** Why an organisation was not registered. */
export type OrganisationRefusal =
  AccessRefusal | { readonly code: 'corporate_number_taken'; readonly corporateNumber: string };

/** Registers an organisation; its names are kept exactly as typed. */
export function registerOrganisation(
  deps: Deps,
  actor: Actor,
  input: Omit<Organisation, 'id'>,
): Promise<Result<OrganisationId, OrganisationRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<OrganisationId, OrganisationRefusal>> => {
    const allowed = authorize(actor, 'organisation.register', {});
    if (!allowed.ok) return allowed;
    const id = deps.ids.uuid() as OrganisationId;
    const at = deps.clock.now();
    const isNew = await insertOrganisation(tx, { ...input, id }, at);
    if (!isNew) return refused({ code: 'corporate_number_taken', corporateNumber: input.corporateNumber ?? '' });
    await appendEvent(tx, {
      at,
      act: 'organisation.register',
      actor: eventActor(actor, allowed.value, undefined),
      subject: { kind: 'organisation', id },
      detail: { kind: input.kind, name: input.name },
    });
    return ok(id);
  });
}
