import type { LabelId } from '../../core/kernel/ids.ts';
import { listLabels } from '../../db/labels.ts';
import type { Deps } from '../ports.ts';
import { showLabel, type ShownLabel } from './find-label.ts';

/** Published labels by their ids, in the order of these, as they stood on a legal day. */
export async function showLabels(
  deps: Deps,
  ids: readonly LabelId[],
  on: Temporal.PlainDate,
): Promise<readonly ShownLabel[]> {
  const rows = await listLabels(deps.db.kysely, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const shown = await Promise.all(ids.flatMap((id) => byId.get(id) ?? []).map((row) => showLabel(deps, row, on)));
  return shown.filter((label) => label !== undefined);
}
