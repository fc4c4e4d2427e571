import { sql } from 'kysely';
import type { Reader } from './database.ts';
import type { CaseId, LabelId } from '../core/kernel/ids.ts';
import type { LabelsTable } from './case-tables.ts';
import type { CoveredModels } from './label-models.ts';
import { statement } from './statement.ts';
import type { Tx } from './transact.ts';

/** A label as stored; its public record still as text. */
export type LabelRow = LabelsTable;

type NewLabel = LabelRow & { readonly numbers: readonly string[]; readonly keys: readonly string[] };

// One statement: models refer to the label. As arrays: it takes at most 65,535 parameters, a label any number of models.
const insertion = statement((db, label: NewLabel) =>
  db
    .with('label', (cte) =>
      cte
        .insertInto('labels')
        .values({
          id: label.id,
          case_id: label.case_id,
          vendor: label.vendor,
          number: label.number,
          number_key: label.number_key,
          level: label.level,
          scheme_version: label.scheme_version,
          issued_on: label.issued_on,
          valid_until: label.valid_until,
          grace_days: label.grace_days,
          publish_on: label.publish_on,
          published_at: label.published_at,
          record: label.record,
        })
        .returning('id'),
    )
    .insertInto('label_models')
    .columns(['label_id', 'position', 'number', 'model_key'])
    .expression(
      sql`select label.id, model.place - 1, model.number, model.model_key from label,
        unnest(${label.numbers}::text[], ${label.keys}::text[]) with ordinality as model (number, model_key, place)`,
    )
    .compile(),
);

/** Creates a label with the model numbers it covers. */
export async function insertLabel(tx: Tx, label: LabelRow, models: CoveredModels): Promise<void> {
  const [numbers, keys] = [models.map(({ number }) => number), models.map(({ modelKey }) => modelKey)];
  await insertion(tx, { ...label, numbers, keys });
}

/** Locks a label to publish it. */
export async function lockLabel(tx: Tx, id: LabelId): Promise<LabelRow | undefined> {
  return tx.selectFrom('labels').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
}

const publication = statement((db, { id, at }: { readonly id: LabelId; readonly at: Temporal.Instant }) =>
  db.updateTable('labels').set({ published_at: at }).where('id', '=', id).compile(),
);

/** Marks a label as published. */
export async function saveLabelPublished(tx: Tx, id: LabelId, at: Temporal.Instant): Promise<void> {
  await publication(tx, { id, at });
}

const byKey = statement((db, { numberKey }: { readonly numberKey: string }) =>
  db.selectFrom('labels').selectAll().where('number_key', '=', numberKey).compile(),
);

/** A label by the folded form of its number, published or not. */
export async function findLabelByKey(db: Reader, numberKey: string): Promise<LabelRow | undefined> {
  return (await byKey(db, { numberKey }))[0];
}

const ofCase = statement((db, { caseId }: { readonly caseId: CaseId }) =>
  db.selectFrom('labels').selectAll().where('case_id', '=', caseId).compile(),
);

/** The label a case led to. */
export async function findLabelOfCase(db: Reader, caseId: CaseId): Promise<LabelRow | undefined> {
  return (await ofCase(db, { caseId }))[0];
}

/** The labels whose day of publication has come and that are not published yet, oldest first. */
export async function listLabelsToPublish(
  db: Reader,
  until: Temporal.PlainDate,
  limit: number,
): Promise<readonly LabelId[]> {
  const rows = await db
    .selectFrom('labels')
    .select('id')
    .where('published_at', 'is', null)
    .where('publish_on', '<=', until)
    .orderBy('publish_on')
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** Published labels by their ids, in no order. */
export async function listLabels(db: Reader, ids: readonly LabelId[]): Promise<readonly LabelRow[]> {
  return db
    .selectFrom('labels')
    .selectAll()
    .where('id', '=', sql<LabelId>`any(${ids}::uuid[])`)
    .where('published_at', 'is not', null)
    .execute();
}

/** Published labels by the folded forms of their numbers, in no order. */
export async function listLabelsByKeys(db: Reader, numberKeys: readonly string[]): Promise<readonly LabelRow[]> {
  return db
    .selectFrom('labels')
    .selectAll()
    .where('number_key', '=', sql<string>`any(${numberKeys}::text[])`)
    .where('published_at', 'is not', null)
    .execute();
}

/** A label that is published. */
type PublishedRow = LabelRow & { readonly published_at: Temporal.Instant };

/** The next labels after a number, in the order of their numbers; those published before a moment where one is named. */
export async function listPublishedLabels(
  db: Reader,
  { after, before, limit }: { readonly after: string; readonly before?: Temporal.Instant; readonly limit: number },
): Promise<readonly PublishedRow[]> {
  const rows = await db
    .selectFrom('labels')
    .selectAll()
    .where('published_at', 'is not', null)
    .$if(before !== undefined, (query) => query.where('published_at', '<', before as Temporal.Instant))
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute();
  return rows.flatMap((row) => (row.published_at === null ? [] : [{ ...row, published_at: row.published_at }]));
}
