import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import type { LabelId } from '../../core/kernel/ids.ts';
import { isBefore, legalDay, startOfDay } from '../../core/kernel/legal-day.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { CONFIRM_HOURS, NOTICES_KEPT_DAYS, occurrenceOf } from '../../core/register/topic.ts';
import { findEvent } from '../../db/event-history.ts';
import { listEndsBetween, listFitting, type Days } from '../../db/label-ends.ts';
import {
  deleteOldNotices,
  insertNotices,
  lockCalendarTold,
  saveCalendarTold,
  type FittingLabel,
} from '../../db/notices.ts';
import { listLabels } from '../../db/labels.ts';
import { deleteUnconfirmed, listFollowedSearches } from '../../db/subscriptions.ts';
import { transact } from '../../db/transact.ts';
import { changesOf, type LabelChange } from '../label/list-changes.ts';
import { labelQueryOf } from '../label/search-labels.ts';
import { showLabels } from '../label/show-labels.ts';
import type { Deps } from '../ports.ts';
import { searchOfTopic, topicsOfLabel } from './topic-of.ts';

/** Labels told of in one transaction. */
const AT_ONCE = 500;

/** Days of the calendar that are made up for at most, when nothing ran for long. */
const MOST_DAYS = 92;

/** Which of some labels fit which of the searches that are followed. */
async function fittingOf(
  deps: Deps,
  ids: readonly LabelId[],
  byId: ReadonlyMap<LabelId, string>,
): Promise<readonly FittingLabel[]> {
  const fitting: FittingLabel[] = [];
  for (const topic of await listFollowedSearches(deps.db.kysely)) {
    const query = labelQueryOf(deps, searchOfTopic(topic));
    for (const id of await listFitting(deps.db.kysely, query, ids)) {
      const number = byId.get(id);
      if (number !== undefined) fitting.push({ topic, number });
    }
  }
  return fitting;
}

/** Writes down whom what happened to some labels is told, as far as it is wanted. */
async function write(deps: Deps, ids: readonly LabelId[], isWanted: (change: LabelChange) => boolean): Promise<number> {
  const today = legalDay(deps.clock.now(), deps.scheme.scheme.zone);
  const [labels, rows] = await Promise.all([showLabels(deps, ids, today), listLabels(deps.db.kysely, ids)]);
  const byId = new Map(rows.map(({ id, number }) => [id, number]));
  const changes = labels
    .flatMap(changesOf)
    .filter(isWanted)
    .map(({ what, at, label }) => {
      const topics = topicsOfLabel(deps, label);
      return { ...topics, at, occurrence: occurrenceOf(topics.number, what) };
    });
  const fitting = await fittingOf(deps, ids, byId);
  const at = deps.clock.now();
  const written = await transact(deps.db, async (tx) => ok(await insertNotices(tx, { changes, fitting, at })));
  return written.value;
}

/** Writes down whom a publication is told, by the event of it; run again, nobody is told twice. Answers how many are told. */
export async function tellPublication(deps: Deps, actor: Actor, event: number): Promise<Result<number, AccessRefusal>> {
  const allowed = authorize(actor, 'subscription.tell', {});
  if (!allowed.ok) return allowed;
  const facts = await findEvent(deps.db.kysely, event);
  if (facts?.act !== 'label.publish') throw new Error(`event ${String(event)} is no publication`);
  return ok(await write(deps, [facts.subject_id as LabelId], ({ what }) => what === 'published'));
}

/** The days whose ends have not been told of yet, or undefined when all are; a register that never told begins today. */
async function untoldDays(deps: Deps, today: Temporal.PlainDate): Promise<Days | undefined> {
  const told = await transact(deps.db, async (tx) => {
    const until = await lockCalendarTold(tx);
    if (until === undefined) await saveCalendarTold(tx, today);
    return ok(until ?? today);
  });
  if (!isBefore(told.value, today)) return undefined;
  const earliest = today.subtract({ days: MOST_DAYS });
  return { from: isBefore(told.value, earliest) ? earliest : told.value, until: today.subtract({ days: 1 }) };
}

/**
 * Writes down whom the changes are told that the calendar brought since the last time; run again, or cut short and run
 * again, nobody is told twice. It also forgets what was never confirmed, and what was told long ago.
 */
export async function tellCalendarChanges(
  deps: Deps,
  actor: Actor,
  signal: AbortSignal,
): Promise<Result<number, AccessRefusal>> {
  const allowed = authorize(actor, 'subscription.tell', {});
  if (!allowed.ok) return allowed;
  const now = deps.clock.now();
  const { zone } = deps.scheme.scheme;
  const today = legalDay(now, zone);
  await transact(deps.db, async (tx) => {
    await deleteUnconfirmed(tx, now.subtract({ hours: CONFIRM_HOURS }));
    return ok(await deleteOldNotices(tx, now.subtract({ hours: 24 * NOTICES_KEPT_DAYS })));
  });
  const days = await untoldDays(deps, today);
  if (days === undefined) return ok(0);
  const since = startOfDay(days.from.add({ days: 1 }), zone);
  let written = 0;
  let after: LabelId | undefined;
  do {
    const ids = await listEndsBetween(deps.db.kysely, { days, after, limit: AT_ONCE });
    written += await write(
      deps,
      ids,
      ({ what, at }) => what !== 'published' && Temporal.Instant.compare(at, since) >= 0,
    );
    after = ids.length === AT_ONCE ? ids.at(-1) : undefined;
    if (signal.aborted) return ok(written);
  } while (after !== undefined);
  await transact(deps.db, async (tx) => {
    await saveCalendarTold(tx, today);
    return ok(true);
  });
  return ok(written);
}
