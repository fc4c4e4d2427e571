import type { PersonActor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import type { MandateId } from '../../core/kernel/ids.ts';
import { legalDay } from '../../core/kernel/legal-day.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { mandateState } from '../../core/parties/mandate.ts';
import { findMandate, listAllMandates, type ListedMandate } from '../../db/listed-mandates.ts';
import type { Deps } from '../ports.ts';
import type { MandateLine } from './list-mandates.ts';

type Reading = Pick<Deps, 'db' | 'clock' | 'scheme'>;

/** Most mandates the office is shown at a time. */
export const LISTED_MANDATES = 200;

function lineOf({ clock, scheme }: Reading, mandate: ListedMandate): MandateLine {
  return { ...mandate, state: mandateState(mandate, legalDay(clock.now(), scheme.scheme.zone)) };
}

/** The mandates of all vendors, letters that wait first; `party` is part of a name or corporate number of either side. */
export async function listMandatesAtOffice(
  deps: Reading,
  actor: PersonActor,
  party: string,
): Promise<Result<readonly MandateLine[], AccessRefusal>> {
  const allowed = authorize(actor, 'mandate.read-at-office', {});
  if (!allowed.ok) return allowed;
  const mandates = await listAllMandates(deps.db.kysely, { party: party.trim(), limit: LISTED_MANDATES });
  return ok(mandates.map((mandate) => lineOf(deps, mandate)));
}

/** One mandate, for the office. */
export async function findMandateAtOffice(
  deps: Reading,
  actor: PersonActor,
  id: MandateId,
): Promise<Result<MandateLine, AccessRefusal>> {
  const allowed = authorize(actor, 'mandate.read-at-office', {});
  if (!allowed.ok) return allowed;
  const found = await findMandate(deps.db.kysely, id);
  return found === undefined ? refused({ code: 'no_such_subject' }) : ok(lineOf(deps, found));
}
