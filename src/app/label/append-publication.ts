import { appendEvent, type EventActor } from '../../db/events.ts';
import type { LabelRow } from '../../db/labels.ts';
import type { Tx } from '../../db/transact.ts';
import type { Result } from '../../core/kernel/result.ts';
import { labelPublishedEntry } from '../../formats/public-log-entry/write-entry.ts';
import { appendPublicFacts, type LogDeps, type LogNotSigned } from '../log/append-public-facts.ts';
import { sha256Bytes } from '../sha256.ts';

/**
 * Records that a label is public, as an event and as an entry of the public log: both commit together with the date on the
 * label or not at all. The log's head row is the last lock taken.
 */
export async function appendPublication(
  deps: LogDeps,
  tx: Tx,
  label: Pick<LabelRow, 'id' | 'number' | 'record'>,
  done: { readonly at: Temporal.Instant; readonly by: EventActor | undefined },
): Promise<Result<true, LogNotSigned>> {
  const { number, record } = label;
  const entry = labelPublishedEntry(sha256Bytes, { number, record, publishedAt: done.at });
  const [, logged] = await Promise.all([
    appendEvent(tx, {
      at: done.at,
      act: 'label.publish',
      actor: done.by,
      subject: { kind: 'label', id: label.id },
      detail: { number },
    }),
    appendPublicFacts(deps, tx, [{ at: done.at, kind: 'label-published', subject: number, entry }]),
  ]);
  return logged;
}
