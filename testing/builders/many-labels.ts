import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { searchEdition } from '../../src/app/label/index-labels.ts';
import { canonicalJson } from '../../src/core/log/canonical-json.ts';
import { searchKey } from '../../src/core/kernel/fold.ts';
import type { LabelId } from '../../src/core/kernel/ids.ts';
import { ok } from '../../src/core/kernel/result.ts';
import type { PublicRecord } from '../../src/core/register/public-record.ts';
import { toListedRecord } from '../../src/core/register/listed-record.ts';
import { toSearchEntry } from '../../src/core/register/search-entry.ts';
import type { Reader } from '../../src/db/database.ts';
import { saveSearchEntries, type SavedEntry } from '../../src/db/search-entries.ts';
import { statement } from '../../src/db/statement.ts';
import { transact } from '../../src/db/transact.ts';
import { fromStoredRecord } from '../../src/formats/public-record/stored-record.ts';
import { aGrantedCase } from './cases.ts';
import { madeLabels, type MadeLabel, type Making } from './made-labels.ts';
import { withoutIndexes } from './without-indexes.ts';
import type { World } from './world.ts';

export type { MadeLabel };

const AT_ONCE = 500;

/** From so many on, indexes are made anew in the end: entering each row would take longer. */
const MANY = 20_000;

const YEARS = 2;
const GRACE_DAYS = 30;

/** A record of the acts that all others are made from, and its text with places for what differs. */
type Template = { readonly caseId: string; readonly record: PublicRecord; readonly text: string };

/** What of a template's record each label has of its own, in the order of the places in its text. */
function ownOf(label: MadeLabel, validity: { readonly from: string; readonly until: string }): readonly unknown[] {
  return [
    label.number,
    { ...validity, graceDays: GRACE_DAYS },
    label.models.map((number) => ({ number })),
    label.maker,
    label.makerEn,
    label.product,
    label.productEn,
    label.type,
    label.description,
    label.evaluator,
  ];
}

/** The text of a stored record with places for what `ownOf` gives, as PostgreSQL's `format` reads it. */
function templateText(stored: string): string {
  const record = JSON.parse(stored) as { readonly answers: object };
  const place = (at: number): string => `place ${String(at)}`;
  const answers = {
    ...record.answers,
    'vendor.name': place(4),
    'vendor.nameEn': place(5),
    'product.name': place(6),
    'product.nameEn': place(7),
    'product.type': place(8),
    'product.description': place(9),
    'evaluation.evaluator': place(10),
  };
  const text = canonicalJson({ ...record, number: place(1), validity: place(2), models: place(3), answers });
  return text.replaceAll('%', '%%').replace(/"place (\d+)"/g, '%$1$$s');
}

async function templateOf(world: World): Promise<Template> {
  const granted = await aGrantedCase(world);
  const { rows } = await world.deps.db.pool.query<{ record: string }>('select record from labels where case_id = $1', [
    granted.id,
  ]);
  const stored = rows[0]?.record ?? '';
  return { caseId: granted.id, record: fromStoredRecord(stored), text: templateText(stored) };
}

type Batch = { readonly template: string; readonly caseId: string; readonly rows: string };

const insertion = statement((db: Reader, { template, caseId, rows }: Batch) =>
  sql`with made as materialized (
      select row.* from jsonb_to_recordset(${rows}::jsonb) as row(id uuid, case_id uuid, number text, key text,
        own text[], issued_on date, valid_until date, models text[], model_keys text[])
    ), cases_made as (
      insert into cases (id, kind, state, level, vendor, opened_by, opened_at, version, application, application_number,
        scheme_version, first_submitted_on)
      select made.case_id, kind, state, level, vendor, opened_by, opened_at, version, '{}', 'made-' || made.number,
        scheme_version, made.issued_on from cases, made where cases.id = ${caseId}::uuid
    ), labels_made as (
      insert into labels (id, case_id, vendor, number, number_key, level, scheme_version, issued_on, valid_until,
        grace_days, publish_on, published_at, record)
      select made.id, made.case_id, vendor, made.number, made.key, level, scheme_version, made.issued_on,
        made.valid_until, ${sql.lit(GRACE_DAYS)}, made.issued_on,
        made.issued_on + time '03:00' at time zone 'UTC', format(${template}, variadic made.own)
      from labels, made where labels.case_id = ${caseId}::uuid
    )
    insert into label_models (label_id, position, number, model_key)
    select made.id, model.place - 1, model.number, model.key
    from made, unnest(models, model_keys) with ordinality as model (number, key, place)`.compile(db),
);

const daysOf = (label: MadeLabel): { readonly from: Temporal.PlainDate; readonly until: Temporal.PlainDate } => ({
  from: label.issuedOn,
  until: label.issuedOn.add({ years: YEARS }).subtract({ days: 1 }),
});

function rowOf(label: MadeLabel): object {
  const { from, until } = daysOf(label);
  const days = { from: from.toString(), until: until.toString() };
  return {
    id: hash('md5', label.number),
    case_id: hash('md5', `case of ${label.number}`),
    number: label.number,
    key: searchKey(label.number),
    own: ownOf(label, days).map((value) => canonicalJson(value)),
    issued_on: days.from,
    valid_until: days.until,
    models: label.models,
    model_keys: label.models.map(searchKey),
  };
}

function entryOf(world: World, { record }: Template, label: MadeLabel): SavedEntry {
  const { scheme } = world;
  const answers: PublicRecord['answers'] = {
    ...record.answers,
    'vendor.name': label.maker,
    'vendor.nameEn': label.makerEn,
    'product.name': label.product,
    'product.nameEn': label.productEn,
    'product.type': label.type,
    'product.description': label.description,
    'evaluation.evaluator': label.evaluator,
  };
  const models = label.models.map((number) => ({ number }));
  const own = {
    ...record,
    number: label.number,
    validity: { ...daysOf(label), graceDays: GRACE_DAYS },
    answers,
    models,
  };
  const at = label.issuedOn.toZonedDateTime({ timeZone: 'UTC', plainTime: '03:00' }).toInstant();
  return {
    id: hash('md5', label.number) as LabelId,
    entry: toSearchEntry(own, { at, under: scheme }, scheme.search),
    line: toListedRecord(own),
  };
}

async function insert(world: World, template: Template, labels: readonly MadeLabel[]): Promise<void> {
  const { text, caseId } = template;
  const rows = JSON.stringify(labels.map(rowOf));
  await transact(world.deps.db, async (tx) => {
    // Sent together: while the database enters the one, the other is made.
    const inserted = insertion(tx, { template: text, caseId, rows });
    const entries = labels.map((label) => entryOf(world, template, label));
    await Promise.all([inserted, saveSearchEntries(tx, entries, searchEdition(world.scheme.search))]);
    return ok(undefined);
  });
}

async function insertAll(world: World, template: Template, labels: Iterable<MadeLabel>): Promise<readonly MadeLabel[]> {
  const all: MadeLabel[] = [];
  let batch: MadeLabel[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await insert(world, template, batch);
    all.push(...batch);
    batch = [];
  };
  for (const label of labels) {
    batch.push(label);
    if (batch.length === AT_ONCE) await flush();
  }
  await flush();
  return all;
}

/**
 * Fills the register with made-up labels of many makers: one is granted by the acts and copied by SQL, and all are made
 * findable as the program does it. Nothing of them is in the public log. A million on a server takes minutes. With
 * `issuedOn` all are issued on one day.
 */
export async function manyLabels(world: World, count: number, making: Making = {}): Promise<readonly MadeLabel[]> {
  const template = await templateOf(world);
  const made = madeLabels({ scheme: world.scheme, last: world.today() }, count, making);
  const fill = (): Promise<readonly MadeLabel[]> => insertAll(world, template, made);
  const { db } = world.deps;
  return count < MANY || db.kind === 'embedded' ? fill() : withoutIndexes(db, fill);
}
