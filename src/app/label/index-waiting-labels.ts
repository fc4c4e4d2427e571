import { ok } from '../../core/kernel/result.ts';
import { listLabelsToIndex, lockSearchEntries } from '../../db/search-entries.ts';
import type { LabelRow } from '../../db/labels.ts';
import { transact } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import { indexLabels, searchEdition } from './index-labels.ts';

/** Labels made findable in one transaction: publications must not wait long for it. */
const AT_ONCE = 100;

/**
 * Makes findable what older rules indexed, or none: nothing of it was not public before, so no event is written. Answers how
 * many labels it was; stopped early, it goes on from there the next time.
 */
export async function indexWaitingLabels(deps: Deps, signal: AbortSignal): Promise<number> {
  const edition = searchEdition(deps.scheme.scheme.search);
  let total = 0;
  let after: LabelRow | undefined;
  while (!signal.aborted) {
    const done = await transact(deps.db, async (tx) => {
      // one process at a time: two that start together would both find the same labels
      await lockSearchEntries(tx);
      const rows = await listLabelsToIndex(tx, edition, { after, limit: AT_ONCE });
      if (rows.length > 0) await indexLabels(deps, tx, rows);
      return ok(rows);
    });
    total += done.value.length;
    after = done.value.at(-1);
    if (done.value.length < AT_ONCE) break;
  }
  return total;
}
