import { canonicalJson } from '../../core/log/canonical-json.ts';
import { appendEvent, type EventActor } from '../../db/events.ts';
import type { LabelRow } from '../../db/labels.ts';
import { appendPublicFact } from '../../db/public-log.ts';
import type { Tx } from '../../db/transact.ts';

/**
 * Records that a label is public, as an event and as an entry of the public log: both commit together with the date on the
 * label or not at all. The log's head row is the last lock taken.
 */
export async function appendPublication(
  tx: Tx,
  label: Pick<LabelRow, 'id' | 'number' | 'record'>,
  done: { readonly at: Temporal.Instant; readonly by: EventActor | undefined },
): Promise<void> {
  const entry = canonicalJson({
    kind: 'label-published',
    number: label.number,
    publishedAt: done.at.toString(),
    record: JSON.parse(label.record) as unknown,
  });
  await Promise.all([
    appendEvent(tx, {
      at: done.at,
      act: 'label.publish',
      actor: done.by,
      subject: { kind: 'label', id: label.id },
      detail: { number: label.number },
    }),
    appendPublicFact(tx, { at: done.at, kind: 'label-published', subject: label.number, entry }),
  ]);
}
