import { publicationDay, validityOf } from '../../core/attestation/validity.ts';
import { searchKey } from '../../core/kernel/fold.ts';
import type { LabelId } from '../../core/kernel/ids.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { declaredAnswers, toPublicRecord } from '../../core/register/public-record.ts';
import { findValidityRule } from '../../core/scheme/in-force.ts';
import { insertDeclaredAnswers } from '../../db/declared-answers.ts';
import { insertLabel } from '../../db/labels.ts';
import type { Tx } from '../../db/transact.ts';
import { toStoredRecord } from '../../formats/public-record/stored-record.ts';
import { criteriaSetOf, type LockedCase } from '../case/locked-case.ts';
import { takeNumber, type NumbersExhausted } from '../case/take-number.ts';
import type { LogNotSigned } from '../log/append-public-facts.ts';
import type { Deps } from '../ports.ts';
import { appendPublication } from './append-publication.ts';
import { coveredModels } from './covered-models.ts';

/** A label just granted; it is public when `publishedAt` is set, else from the day of publication on. */
export type IssuedLabel = {
  readonly id: LabelId;
  readonly number: string;
  readonly publishOn: Temporal.PlainDate;
  readonly isPublished: boolean;
};

/**
 * Creates the label of a granted case: registration number, validity from today, public record, and its publication
 * unless a later day was wished.
 */
export async function issueLabel(
  deps: Deps,
  tx: Tx,
  granted: LockedCase,
  shortenedTo: Temporal.PlainDate | undefined,
): Promise<Result<IssuedLabel, NumbersExhausted | LogNotSigned>> {
  const { row, application, scheme, level, version, now, today } = granted;
  const set = criteriaSetOf(granted);
  const rule = findValidityRule(scheme, level.id, today);
  if (set === undefined || rule === undefined)
    throw new Error(`scheme ${scheme.id} lost what case ${row.id} stands on`);
  const taken = await takeNumber(tx, scheme, { kind: 'registration', stars: level.stars, today });
  if (!taken.ok) return taken;
  const number = taken.value;
  const validity = validityOf(rule, today, shortenedTo);
  const identity = { number, scheme: { id: scheme.id, version: version.sha256 }, level: level.id, validity };
  const record = toPublicRecord(identity, application, set);
  const declared = JSON.stringify(declaredAnswers(application));
  const publishOn = publicationDay(validity, application.answers['publication.wishedOn']);
  const isPublished = publishOn.equals(today);
  const id = deps.ids.uuid() as LabelId;
  const label = {
    id,
    case_id: row.id,
    vendor: row.vendor,
    number,
    number_key: searchKey(number),
    level: level.id,
    scheme_version: version.sha256,
    issued_on: today,
    valid_until: validity.until ?? null,
    grace_days: validity.graceDays,
    publish_on: publishOn,
    published_at: isPublished ? now : null,
    record: toStoredRecord(record),
  };
  const [, published] = await Promise.all([
    insertLabel(tx, label, coveredModels(record)).then(() => insertDeclaredAnswers(tx, id, declared)),
    isPublished ? appendPublication(deps, tx, label, { at: now, by: undefined }) : undefined,
  ]);
  return published?.ok === false ? published : ok({ id, number, publishOn, isPublished });
}
