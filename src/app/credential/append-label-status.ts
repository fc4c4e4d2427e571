import type { Result } from '../../core/kernel/result.ts';
import { statusSubject, type LabelStatus } from '../../db/label-credentials.ts';
import type { Tx } from '../../db/transact.ts';
import { labelStatusEntry } from '../../formats/public-log-entry/write-entry.ts';
import { appendPublicFacts, type LogDeps, type LogNotSigned } from '../log/append-public-facts.ts';

/**
 * Records whether a published label is revoked or suspended, as an entry of the public log: the status lists say so from then
 * on, and nothing but such an entry makes them. The log's head row is the last lock taken.
 */
export async function appendLabelStatus(
  deps: LogDeps,
  tx: Tx,
  number: string,
  { at, ...status }: LabelStatus & { readonly at: Temporal.Instant },
): Promise<Result<true, LogNotSigned>> {
  const entry = labelStatusEntry({ number, changedAt: at, ...status });
  return appendPublicFacts(deps, tx, [{ at, kind: 'label-status', subject: statusSubject(number), entry }]);
}
