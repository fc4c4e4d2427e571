import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import type { MandateId, OrganisationId } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { appendEvent } from '../../db/events.ts';
import { lockMandate } from '../../db/mandates.ts';
import { findOrganisation } from '../../db/organisations.ts';
import { transact } from '../../db/transact.ts';
import { personOf } from '../case/locked-case.ts';
import { eventActor } from '../event-actor.ts';
import type { Deps } from '../ports.ts';
import { recordedTerms, scopeOf, type StatedTerms, type TermsRefusal } from './mandate-scope.ts';
import { recordMandate } from './record-mandate.ts';

/** Why a mandate was not given. */
type MandateRefusal = AccessRefusal | TermsRefusal | { readonly code: 'not_an_agent' };

/**
 * Gives an agent a vendor's consent (委任状) to act for it from one day to another, or until revoked, for all of its
 * applications or for some. With an id drawn when its form was made, it is given once however often the form is sent.
 */
export function giveMandate(
  deps: Deps,
  actor: Actor,
  input: StatedTerms & {
    readonly id?: MandateId | undefined;
    readonly vendor: OrganisationId;
    readonly agent: OrganisationId;
  },
): Promise<Result<MandateId, MandateRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<MandateId, MandateRefusal>> => {
    const { vendor, from, until } = input;
    const allowed = authorize(actor, 'mandate.give', { owner: vendor });
    if (!allowed.ok) return allowed;
    const agent = await findOrganisation(tx, input.agent);
    if (agent?.kind !== 'agent') return refused({ code: 'not_an_agent' });
    const scope = await scopeOf(tx, vendor, input);
    if (!scope.ok) return scope;
    const id = input.id ?? (deps.ids.uuid() as MandateId);
    const at = deps.clock.now();
    const given = { id, vendor, agent: agent.id, from, until, ...scope.value };
    const isNew = await recordMandate(tx, { ...given, givenBy: personOf(actor).person, givenAt: at });
    if (!isNew) {
      const earlier = await lockMandate(tx, id);
      return earlier?.vendor === vendor ? ok(id) : refused({ code: 'no_such_subject' });
    }
    await appendEvent(tx, {
      at,
      act: 'mandate.give',
      actor: eventActor(actor, allowed.value, vendor),
      subject: { kind: 'mandate', id },
      detail: { vendor, agent: agent.id, ...recordedTerms(input) },
    });
    return ok(id);
  });
}
