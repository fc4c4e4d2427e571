import { mandateReaches } from '../../core/access/held-mandates.ts';
import type { PersonActor } from '../../core/access/actor.ts';
import { isBefore, legalDay } from '../../core/kernel/legal-day.ts';
import { lastHeldDay } from '../../core/parties/last-held-day.ts';
import { findCase } from '../../db/cases.ts';
import { findFirstMoment } from '../../db/event-history.ts';
import { resolveCase } from '../case/find-case.ts';
import type { Deps } from '../ports.ts';
import { listMandates, type MandateLine } from './list-mandates.ts';

/** That a mandate is over, and its last day; whose it was its agent sees among its mandates. */
export type EndedMandate = { readonly lastDay: Temporal.PlainDate };

/** The last day of a mandate that is over and was not yet when an application was begun. */
function lastDayOver(mandate: MandateLine, begun: Temporal.Instant, zone: string): Temporal.PlainDate | undefined {
  const { state, revokedAt } = mandate;
  if (state !== 'ended' && state !== 'revoked') return undefined;
  // of the day it was revoked on, the moment decides
  if (revokedAt !== undefined && Temporal.Instant.compare(revokedAt, begun) < 0) return undefined;
  const lastDay = lastHeldDay(mandate, revokedAt && legalDay(revokedAt, zone));
  return lastDay === undefined || isBefore(lastDay, legalDay(begun, zone)) ? undefined : lastDay;
}

/**
 * The mandate by which an agent could once work on the application of this number, with the latest last day; nothing
 * where it never could, so that it learns of no application it did not know.
 */
export async function findEndedMandate(
  deps: Deps,
  actor: PersonActor,
  number: string,
): Promise<EndedMandate | undefined> {
  if (!actor.roles.includes('agent')) return undefined;
  const id = await resolveCase(deps, number);
  const row = id === undefined ? undefined : await findCase(deps.db.kysely, id);
  const mandates = await listMandates(deps, actor);
  if (row === undefined || !mandates.ok) return undefined;
  const begun = await findFirstMoment(deps.db.kysely, { kind: 'case', id: row.id });
  if (begun === undefined) return undefined;
  const ended = mandates.value.flatMap((mandate): readonly EndedMandate[] => {
    if (mandate.agent !== actor.organisation || mandate.vendor !== row.vendor) return [];
    const lastDay = lastDayOver(mandate, begun, deps.scheme.scheme.zone);
    return lastDay !== undefined && mandateReaches(mandate, row.id) ? [{ lastDay }] : [];
  });
  return ended.sort((one, other) => Temporal.PlainDate.compare(other.lastDay, one.lastDay))[0];
}
