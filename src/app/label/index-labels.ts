import { canonicalJson } from '../../core/log/canonical-json.ts';
import { toListedRecord } from '../../core/register/listed-record.ts';
import { toSearchEntry } from '../../core/register/search-entry.ts';
import type { SearchWords } from '../../core/scheme/scheme.ts';
import type { LabelRow } from '../../db/labels.ts';
import { saveSearchEntries, type SavedEntry } from '../../db/search-entries.ts';
import type { Tx } from '../../db/transact.ts';
import { fromStoredRecord } from '../../formats/public-record/stored-record.ts';
import type { Deps } from '../ports.ts';
import { schemeOfRecord } from '../scheme/find-scheme-version.ts';
import { sha256Of } from '../sha256.ts';

/** Counts up with every change of what the search keeps of a label: those kept by older rules are then made again. */
const RULES = 3;

/** What of a label is needed to make it findable. */
type FindableLabel = Pick<LabelRow, 'id' | 'number' | 'record' | 'published_at'>;

/** The name of the rules by which labels are made findable: this program's, and the scheme's legal forms of companies. */
export function searchEdition({ companyForms }: SearchWords): string {
  return `${String(RULES)}-${sha256Of(canonicalJson(companyForms)).slice(0, 8)}`;
}

/** What the search keeps of a published label, by its record. */
export async function searchEntryOf(deps: Deps, tx: Tx, label: FindableLabel): Promise<SavedEntry> {
  if (label.published_at === null) throw new Error(`label ${label.number} is not public and must not be found`);
  const record = fromStoredRecord(label.record);
  const { scheme: under } = await schemeOfRecord(deps, tx, record);
  const published = { at: label.published_at, under };
  return {
    id: label.id,
    entry: toSearchEntry(record, published, deps.scheme.scheme.search),
    line: toListedRecord(record),
  };
}

/** Makes published labels findable by whatever is printed on their boxes. */
export async function indexLabels(deps: Deps, tx: Tx, labels: readonly FindableLabel[]): Promise<void> {
  const entries = await Promise.all(labels.map((label) => searchEntryOf(deps, tx, label)));
  await saveSearchEntries(tx, entries, searchEdition(deps.scheme.scheme.search));
}
