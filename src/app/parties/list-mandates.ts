import type { PersonActor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { legalDay } from '../../core/kernel/legal-day.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { mandateState, type MandateState } from '../../core/parties/mandate.ts';
import { listMandatesOf, type ListedMandate } from '../../db/listed-mandates.ts';
import type { Deps } from '../ports.ts';

/** A mandate and how it stands today. */
export type MandateLine = ListedMandate & { readonly state: MandateState };

/** The mandates the actor's organisation gave or was given, newest first. */
export async function listMandates(
  deps: Pick<Deps, 'db' | 'clock' | 'scheme'>,
  actor: PersonActor,
): Promise<Result<readonly MandateLine[], AccessRefusal>> {
  const allowed = authorize(actor, 'mandate.list', { owner: actor.organisation });
  if (!allowed.ok) return allowed;
  const today = legalDay(deps.clock.now(), deps.scheme.scheme.zone);
  const mandates = await listMandatesOf(deps.db.kysely, actor.organisation);
  return ok(mandates.map((mandate) => ({ ...mandate, state: mandateState(mandate, today) })));
}
