import type { Actor } from '../../core/access/actor.ts';
import type { LabelId } from '../../core/kernel/ids.ts';
import { legalDay } from '../../core/kernel/legal-day.ts';
import { listLabelsToPublish } from '../../db/labels.ts';
import type { Deps } from '../ports.ts';
import { unavailability } from '../unavailability.ts';
import { publishLabel, type PublishRefusal } from './publish-label.ts';

/** Labels published in one run of the job; more wait for the next. */
const MOST_AT_ONCE = 1000;

/** A label whose day has come and that could not be published, and why. */
type Unpublished = { readonly label: LabelId; readonly cause: unknown };

/** What became of the labels whose day has come; what another run published meanwhile is in neither. */
type Publications = { readonly published: number; readonly unpublished: readonly Unpublished[] };

/** Why a label needs nobody's attention: another run was first, or its own scheme version has not reached its day. */
const EXPECTED: ReadonlySet<PublishRefusal['code']> = new Set(['wrong_state', 'under_embargo']);

async function publish(deps: Deps, actor: Actor, id: LabelId): Promise<boolean | { readonly cause: unknown }> {
  try {
    const done = await publishLabel(deps, actor, id);
    if (done.ok) return true;
    return EXPECTED.has(done.error.code) ? false : { cause: done.error.code };
  } catch (error) {
    if (unavailability(error) !== undefined) throw error;
    return { cause: error };
  }
}

/**
 * Publishes every label whose wished day has come, one transaction each; safe to run again and beside itself. A label that
 * cannot be published holds no other up; without a signature on the log none can be, and the rest is left for the next run.
 */
export async function publishDueLabels(deps: Deps, actor: Actor): Promise<Publications> {
  const today = legalDay(deps.clock.now(), deps.scheme.scheme.zone);
  const due = await listLabelsToPublish(deps.db.kysely, today, MOST_AT_ONCE);
  const unpublished: Unpublished[] = [];
  let published = 0;
  for (const label of due) {
    const done = await publish(deps, actor, label);
    if (done === true) published += 1;
    if (typeof done === 'boolean') continue;
    unpublished.push({ label, ...done });
    if (done.cause === 'log_not_signed') break;
  }
  return { published, unpublished };
}
