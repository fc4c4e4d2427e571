import { appendEvent, type EventActor } from '../../db/events.ts';
import type { LabelRow } from '../../db/labels.ts';
import type { Tx } from '../../db/transact.ts';
import type { Result } from '../../core/kernel/result.ts';
import { labelPublishedEntry } from '../../formats/public-log-entry/write-entry.ts';
import { appendPublicFacts, type LogNotSigned } from '../log/append-public-facts.ts';
import type { Deps } from '../ports.ts';
import { sha256Bytes } from '../sha256.ts';
import { indexLabels } from './index-labels.ts';

/**
 * Records that a label is public, as an event, as an entry of the public log and in the search: all commit together with the
 * date on the label or not at all. The log's head row is the last lock taken.
 */
export async function appendPublication(
  deps: Deps,
  tx: Tx,
  label: Pick<LabelRow, 'id' | 'number' | 'record'>,
  done: { readonly at: Temporal.Instant; readonly by: EventActor | undefined },
): Promise<Result<true, LogNotSigned>> {
  const { number, record } = label;
  const entry = labelPublishedEntry(sha256Bytes, { number, record, publishedAt: done.at });
  await Promise.all([
    indexLabels(deps, tx, [{ ...label, published_at: done.at }]),
    appendEvent(tx, {
      at: done.at,
      act: 'label.publish',
      actor: done.by,
      subject: { kind: 'label', id: label.id },
      detail: { number },
    }),
  ]);
  return appendPublicFacts(deps, tx, [{ at: done.at, kind: 'label-published', subject: number, entry }]);
}
