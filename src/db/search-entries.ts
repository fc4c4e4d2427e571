import { sql } from 'kysely';
import type { LabelId } from '../core/kernel/ids.ts';
import { gramsOf } from '../core/register/search-grams.ts';
import type { SearchEntry } from '../core/register/search-entry.ts';
import type { Reader } from './database.ts';
import type { LabelRow } from './labels.ts';
import { BLOCK, facetMarks, LARGE_BLOCK } from './search-marks.ts';
import { statement } from './statement.ts';
import type { Tx } from './transact.ts';

/**
 * Most runs of characters the index holds of one label: text search takes a megabyte. More models are found by number
 * alone.
 */
const MOST_GRAMS = 50_000;

/** A label's row as JSON carries it. */
type EntryRow = Readonly<Record<string, string | boolean | null | readonly string[] | object>>;

const COLUMN_NAMES = [
  ...['edition', 'text_key', 'model_keys', 'level', 'product_type', 'evaluator', 'recognition', 'maker_key', 'maker'],
  ...['maker_en', 'handles_personal_data', 'support_ends_on', 'published_on', 'valid_until', 'grace_until', 'grams'],
];

const COLUMNS = sql.raw(COLUMN_NAMES.join(', '));

const GIVEN = sql.raw(`(
  label_id uuid, edition text, text_key text, model_keys text, level text, product_type text, evaluator text,
  recognition text, maker_key text, maker text, maker_en text, handles_personal_data boolean,
  support_ends_on date, published_on date, valid_until date, grace_until date, marks text[],
  line jsonb
)`);

/** All that is searched for in a row: what its entry says, and in which blocks of the newest it stands. */
const GRAMS = sql`array_to_tsvector(marks || array[
  'B:' || position / ${sql.lit(BLOCK)}, 'C:' || position / ${sql.lit(LARGE_BLOCK)}
])`;

const saving = statement((db, { rows }: { readonly rows: string }) =>
  sql`
    with given as materialized (
      select row.*, label_search.position as kept
      from rows from (jsonb_to_recordset(${rows}::jsonb) as ${GIVEN}) with ordinality as row
      left join label_search on label_search.label_id = row.label_id
      order by row.ordinality
    ), placed as materialized (
      select given.*, coalesce(kept, nextval(pg_get_serial_sequence('label_search', 'position'))) as position from given
    ), marked as (
      select placed.*, ${GRAMS} as grams from placed
    ), lines as (
      insert into label_lines (label_id, line) select label_id, line from given
      on conflict (label_id) do update set line = excluded.line
    )
    insert into label_search (position, label_id, ${COLUMNS})
    select position, label_id, ${COLUMNS} from marked
    on conflict (position) do update set (${COLUMNS}) = (select ${sql.raw(
      COLUMN_NAMES.map((name) => `excluded.${name}`).join(', '),
    )})`.compile(db),
);

const dayText = (day: Temporal.PlainDate | undefined): string | null => day?.toString() ?? null;

function marksOf(entry: SearchEntry): readonly string[] {
  const { handlesPersonalData: handles } = entry;
  const personal = handles === undefined ? {} : { personal_data: handles ? 'yes' : 'no' };
  const facets = facetMarks({
    level: entry.level,
    product_type: entry.productType,
    evaluator: entry.evaluator,
    recognition: entry.recognition,
    maker_key: entry.makerKey,
    ...personal,
  });
  return [...gramsOf(entry.texts).slice(0, MOST_GRAMS), ...facets];
}

function rowOf({ id, entry, line }: SavedEntry, edition: string): EntryRow {
  return {
    label_id: id,
    edition,
    text_key: entry.texts.join(' '),
    model_keys: `|${entry.modelKeys.join('|')}|`,
    level: entry.level,
    product_type: entry.productType,
    evaluator: entry.evaluator,
    recognition: entry.recognition,
    maker_key: entry.makerKey,
    maker: entry.maker,
    maker_en: entry.makerEn,
    handles_personal_data: entry.handlesPersonalData ?? null,
    support_ends_on: dayText(entry.supportEndsOn),
    published_on: entry.publishedOn.toString(),
    valid_until: dayText(entry.validUntil),
    grace_until: dayText(entry.graceUntil),
    marks: marksOf(entry),
    line,
  };
}

/** A label, what the search keeps of it, and what lists show of it, as JSON. */
export type SavedEntry = {
  readonly id: LabelId;
  readonly entry: SearchEntry;
  readonly line: object;
};

/**
 * Makes published labels findable in the order of their publication, or anew by newer rules: the place among the newest is
 * then kept. `edition` names the rules.
 */
export async function saveSearchEntries(tx: Tx, entries: readonly SavedEntry[], edition: string): Promise<void> {
  await saving(tx, { rows: JSON.stringify(entries.map((each) => rowOf(each, edition))) });
}

const columnsOf = (table: string): string => COLUMN_NAMES.map((name) => `${table}.${name}`).join(', ');

const comparing = statement((db, { rows }: { readonly rows: string }) =>
  sql<{ label_id: LabelId }>`
    with given as materialized (
      select row.*, stored.position from jsonb_to_recordset(${rows}::jsonb) as row ${GIVEN}
      left join label_search stored on stored.label_id = row.label_id
    ), wanted as (select given.*, ${GRAMS} as grams from given)
    select wanted.label_id from wanted left join label_search stored on stored.label_id = wanted.label_id
    left join label_lines on label_lines.label_id = wanted.label_id
    where stored.label_id is null or stored.edition = wanted.edition and (label_lines.line is distinct from wanted.line
      or (${sql.raw(columnsOf('stored'))}) is distinct from (${sql.raw(columnsOf('wanted'))}))`.compile(db),
);

/** The labels whose rows are missing or say something else than their entries; rows of another edition are not looked at. */
export async function listDifferingEntries(
  db: Reader,
  entries: readonly SavedEntry[],
  edition: string,
): Promise<readonly LabelId[]> {
  const rows = await comparing(db, { rows: JSON.stringify(entries.map((each) => rowOf(each, edition))) });
  return rows.map((row) => row.label_id);
}

/** The advisory lock of those who make labels findable anew; any number no other lock has. */
const INDEXING_LOCK = 7_164_033_215n;

/** Waits until nobody else makes labels findable anew, until the transaction ends. */
export async function lockSearchEntries(tx: Tx): Promise<void> {
  await sql`select pg_advisory_xact_lock(${sql.lit(INDEXING_LOCK.toString())}::bigint)`.execute(tx);
}

/** Where a walk over the labels in the order of their publication is. */
type Published = Pick<LabelRow, 'published_at' | 'number'>;

/**
 * Published labels that cannot be found by the rules of this edition yet, in the order of their publication, after the one
 * that the walk has come to: what is before it is not looked at again.
 */
export async function listLabelsToIndex(
  db: Reader,
  edition: string,
  { after, limit }: { readonly after: Published | undefined; readonly limit: number },
): Promise<readonly LabelRow[]> {
  return db
    .selectFrom('labels')
    .leftJoin('label_search', 'label_search.label_id', 'labels.id')
    .selectAll('labels')
    .where('labels.published_at', 'is not', null)
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(labels.published_at, labels.number) > (${after?.published_at}, ${after?.number})`),
    )
    .where((eb) => eb.or([eb('label_search.edition', 'is', null), eb('label_search.edition', '<>', edition)]))
    .orderBy('labels.published_at')
    .orderBy('labels.number')
    .limit(limit)
    .execute();
}
