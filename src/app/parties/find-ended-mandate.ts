import { mandateReaches } from '../../core/access/held-mandates.ts';
import type { PersonActor } from '../../core/access/actor.ts';
import { isBefore, legalDay } from '../../core/kernel/legal-day.ts';
import { lastHeldDay } from '../../core/parties/last-held-day.ts';
import { findCase } from '../../db/cases.ts';
import { findFirstMoment } from '../../db/event-history.ts';
import { resolveCase } from '../case/find-case.ts';
import type { Deps } from '../ports.ts';
import { listMandates } from './list-mandates.ts';

/** That a mandate is over, and its last day; whose it was its agent sees among its mandates. */
export type EndedMandate = { readonly lastDay: Temporal.PlainDate };

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
  const { zone } = deps.scheme.scheme;
  const begun = await findFirstMoment(deps.db.kysely, { kind: 'case', id: row.id });
  const begunOn = begun && legalDay(begun, zone);
  const ended = mandates.value.flatMap((mandate): readonly EndedMandate[] => {
    const isOver = mandate.state === 'ended' || mandate.state === 'revoked';
    if (!isOver || mandate.agent !== actor.organisation || mandate.vendor !== row.vendor) return [];
    const lastDay = lastHeldDay(mandate, mandate.revokedAt && legalDay(mandate.revokedAt, zone));
    if (lastDay === undefined || begunOn === undefined || isBefore(lastDay, begunOn)) return [];
    return mandateReaches(mandate, row.id) ? [{ lastDay }] : [];
  });
  return ended.sort((one, other) => Temporal.PlainDate.compare(other.lastDay, one.lastDay))[0];
}
