import { canonicalJson } from '../../core/log/canonical-json.ts';
import { appendEvent, type EventActor } from '../../db/events.ts';
import { saveLabelPublished, type LabelRow } from '../../db/labels.ts';
import { appendPublicFact } from '../../db/public-log.ts';
import type { Tx } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import { indexLabels } from './index-labels.ts';

/**
 * Makes a label public: the publication, its place in the search, its event and its entry in the public log commit together
 * or not at all. The log's head row is the last lock taken.
 */
export async function appendPublication(
  deps: Deps,
  tx: Tx,
  label: Pick<LabelRow, 'id' | 'number' | 'record' | 'scheme_version'>,
  done: { readonly at: Temporal.Instant; readonly by: EventActor | undefined },
): Promise<void> {
  const entry = canonicalJson({
    kind: 'label-published',
    number: label.number,
    publishedAt: done.at.toString(),
    record: JSON.parse(label.record) as unknown,
  });
  await Promise.all([
    saveLabelPublished(tx, label.id, done.at),
    indexLabels(deps, tx, [{ ...label, published_at: done.at }]),
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
