import { startOfDay } from '../../core/kernel/legal-day.ts';
import { listPublishedLabels } from '../../db/labels.ts';
import { showLabel, type ShownLabel } from '../label/find-label.ts';
import type { Deps } from '../ports.ts';

/** Labels read at once: a dump of any length needs the memory of so many. */
const AT_ONCE = 500;

/** Every label that was public on a legal day, as it stood then, some hundreds at a time in the order of their numbers. */
export async function* publishedLabels(deps: Deps, on: Temporal.PlainDate): AsyncGenerator<readonly ShownLabel[]> {
  const before = startOfDay(on.add({ days: 1 }), deps.scheme.scheme.zone);
  for (let after = ''; ;) {
    const rows = await listPublishedLabels(deps.db.kysely, { after, before, limit: AT_ONCE });
    const last = rows.at(-1);
    if (last === undefined) return;
    const shown = await Promise.all(rows.map((row) => showLabel(deps, row, on)));
    yield shown.filter((label) => label !== undefined);
    after = last.number;
  }
}
