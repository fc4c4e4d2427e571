import type { LabelId } from '../../core/kernel/ids.ts';
import { ok } from '../../core/kernel/result.ts';
import { listDifferingModels, replaceModels } from '../../db/label-models.ts';
import { listPublishedLabels } from '../../db/labels.ts';
import { listDifferingEntries, lockSearchEntries, saveSearchEntries } from '../../db/search-entries.ts';
import { transact, type Tx } from '../../db/transact.ts';
import { fromStoredRecord } from '../../formats/public-record/stored-record.ts';
import type { Deps } from '../ports.ts';
import { coveredModels } from './covered-models.ts';
import { searchEdition, searchEntryOf } from './index-labels.ts';

/** Labels compared in one transaction: who makes labels findable anew must not wait long for it. */
const AT_ONCE = 100;

/** Numbers of differing labels that are told one by one. */
const MOST_NAMED = 100;

/** How many labels were compared, how many the search had otherwise than their records, and the first of these. */
type ComparedSearch = {
  readonly compared: number;
  readonly mended: number;
  readonly numbers: readonly string[];
};

type Labels = Awaited<ReturnType<typeof listPublishedLabels>>;

/** Writes anew what the search keeps of those of some labels that it keeps otherwise than their records say. */
async function mendSome(deps: Deps, tx: Tx, rows: Labels): Promise<ReadonlySet<LabelId>> {
  const edition = searchEdition(deps.scheme.scheme.search);
  const entries = await Promise.all(rows.map((row) => searchEntryOf(deps, tx, row)));
  const models = rows.map(({ id, record }) => ({ id, models: coveredModels(fromStoredRecord(record)) }));
  const inSearch = new Set(await listDifferingEntries(tx, entries, edition));
  const inModels = new Set(await listDifferingModels(tx, models));
  const differing = entries.filter(({ id }) => inSearch.has(id));
  if (differing.length > 0) await saveSearchEntries(tx, differing, edition);
  for (const label of models.filter(({ id }) => inModels.has(id))) await replaceModels(tx, label);
  return new Set([...inSearch, ...inModels]);
}

/**
 * Compares what labels are found by with their records, which are logged, and writes anew what differs: somebody changed it
 * behind the program's back. An audit from outside cannot see it, for the search is no part of what is proven. Stopped early,
 * it begins again the next time.
 */
export async function compareSearch(deps: Deps, signal: AbortSignal): Promise<ComparedSearch> {
  let [compared, mended, after] = [0, 0, ''];
  const numbers: string[] = [];
  while (!signal.aborted) {
    const from = after;
    const { value: done } = await transact(deps.db, async (tx) => {
      await lockSearchEntries(tx);
      const rows = await listPublishedLabels(tx, { after: from, limit: AT_ONCE });
      return ok({ rows, differing: await mendSome(deps, tx, rows) });
    });
    const { rows, differing } = done;
    compared += rows.length;
    mended += differing.size;
    const named = rows.filter(({ id }) => differing.has(id)).map(({ number }) => number);
    numbers.push(...named.slice(0, MOST_NAMED - numbers.length));
    const last = rows.at(-1);
    if (last === undefined) break;
    after = last.number;
  }
  return { compared, mended, numbers };
}
