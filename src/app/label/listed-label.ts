import { labelStateOn } from '../../core/attestation/label-lifecycle.ts';
import { isBefore, legalDay } from '../../core/kernel/legal-day.ts';
import type { ListedRecord } from '../../core/register/listed-record.ts';
import { levelOf } from '../../core/scheme/in-force.ts';
import type { ListedRow } from '../../db/label-search.ts';
import { fromStoredLine, type StoredLine } from '../../formats/public-record/stored-record.ts';
import type { Deps } from '../ports.ts';
import { schemeOfRecord } from '../scheme/find-scheme-version.ts';
import type { ShownLabel } from './find-label.ts';
import { showLabels } from './show-labels.ts';

/** A published label as lists show it. */
export type ListedLabel = Pick<ShownLabel, 'state' | 'today' | 'isPast' | 'scheme' | 'level'> & {
  readonly record: ListedRecord;
};

async function listed(deps: Deps, row: ListedRow, on: Temporal.PlainDate): Promise<ListedLabel | undefined> {
  const { label_id: id, line } = row;
  if (line === null) return (await showLabels(deps, [id], on))[0];
  const record = fromStoredLine(line as StoredLine);
  const { scheme } = await schemeOfRecord(deps, deps.db.kysely, record);
  const now = legalDay(deps.clock.now(), scheme.zone);
  const isPast = isBefore(on, now);
  const today = isPast ? on : now;
  const state = labelStateOn({ validity: record.validity, isPublished: true }, today);
  return { record, state, today, isPast, scheme, level: levelOf(scheme, record.level) };
}

/** Labels found to be public on a legal day as lists show them, in the same order. */
export async function toListedLabels(
  deps: Deps,
  rows: readonly ListedRow[],
  on: Temporal.PlainDate,
): Promise<readonly ListedLabel[]> {
  const labels = await Promise.all(rows.map((row) => listed(deps, row, on)));
  return labels.filter((label) => label !== undefined);
}
