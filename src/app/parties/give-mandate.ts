import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import type { MandateId, OrganisationId } from '../../core/kernel/ids.ts';
import { isBefore } from '../../core/kernel/legal-day.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { Mandate } from '../../core/parties/mandate.ts';
import { appendEvent } from '../../db/events.ts';
import { insertMandate, lockMandate } from '../../db/mandates.ts';
import { findOrganisation } from '../../db/organisations.ts';
import { transact } from '../../db/transact.ts';
import { personOf } from '../case/locked-case.ts';
import { eventActor } from '../event-actor.ts';
import type { Deps } from '../ports.ts';

/** Why a mandate was not given. */
export type MandateRefusal =
  AccessRefusal | { readonly code: 'not_an_agent' } | { readonly code: 'period_ends_before_it_begins' };

function endsBeforeItBegins({ from, until }: Pick<Mandate, 'from' | 'until'>): boolean {
  return until !== undefined && isBefore(until, from);
}

/**
 * Gives an agent a vendor's consent (委任状) to act for it from one day to another, or until revoked. With an id drawn
 * when its form was made, it is given once however often the form is sent.
 */
export function giveMandate(
  deps: Deps,
  actor: Actor,
  input: {
    readonly id?: MandateId | undefined;
    readonly vendor: OrganisationId;
    readonly agent: OrganisationId;
    readonly from: Temporal.PlainDate;
    readonly until?: Mandate['until'];
  },
): Promise<Result<MandateId, MandateRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<MandateId, MandateRefusal>> => {
    const allowed = authorize(actor, 'mandate.give', { owner: input.vendor });
    if (!allowed.ok) return allowed;
    const agent = await findOrganisation(tx, input.agent);
    if (agent?.kind !== 'agent') return refused({ code: 'not_an_agent' });
    if (endsBeforeItBegins({ from: input.from, until: input.until }))
      return refused({ code: 'period_ends_before_it_begins' });
    const { until } = input;
    const id = input.id ?? (deps.ids.uuid() as MandateId);
    const at = deps.clock.now();
    const isNew = await insertMandate(tx, { ...input, until, id, givenBy: personOf(actor).person, givenAt: at });
    if (!isNew) {
      const earlier = await lockMandate(tx, id);
      return earlier?.vendor === input.vendor ? ok(id) : refused({ code: 'no_such_subject' });
    }
    await appendEvent(tx, {
      at,
      act: 'mandate.give',
      actor: eventActor(actor, allowed.value, input.vendor),
      subject: { kind: 'mandate', id },
      detail: { vendor: input.vendor, agent: input.agent, from: input.from.toString(), until: until?.toString() },
    });
    return ok(id);
  });
}
