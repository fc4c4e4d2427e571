import type { Actor } from '../../core/access/actor.ts';
import { legalDay } from '../../core/kernel/legal-day.ts';
import { listLabelsToPublish } from '../../db/labels.ts';
import type { Deps } from '../ports.ts';
import { publishLabel } from './publish-label.ts';

/** Labels published in one run of the job; more wait for the next. */
const MOST_AT_ONCE = 1000;

/** Publishes every label whose wished day has come, one transaction each; safe to run again and beside itself. */
export async function publishDueLabels(deps: Deps, actor: Actor): Promise<{ readonly published: number }> {
  const today = legalDay(deps.clock.now(), deps.scheme.scheme.zone);
  const due = await listLabelsToPublish(deps.db.kysely, today, MOST_AT_ONCE);
  let published = 0;
  for (const id of due) {
    const done = await publishLabel(deps, actor, id);
    if (done.ok) published += 1;
  }
  return { published };
}
