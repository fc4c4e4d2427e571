import { labelStateOn, type LabelState } from '../../core/attestation/label-lifecycle.ts';
import { searchKey } from '../../core/kernel/fold.ts';
import { isBefore, legalDay } from '../../core/kernel/legal-day.ts';
import { refused, ok, type Result } from '../../core/kernel/result.ts';
import type { PublicRecord } from '../../core/register/public-record.ts';
import { levelOf } from '../../core/scheme/in-force.ts';
import { parseNumber } from '../../core/scheme/number-format.ts';
import type { CriteriaSet, Level, Scheme } from '../../core/scheme/scheme.ts';
import { findLabelByKey, type LabelRow } from '../../db/labels.ts';
import { fromStoredRecord } from '../../formats/public-record/stored-record.ts';
import type { Deps } from '../ports.ts';
import { schemeOfRecord } from '../scheme/find-scheme-version.ts';

/** A published label as it stands today, with the scheme version that gives its words. */
export type ShownLabel = {
  readonly record: PublicRecord;
  /** The record as it is stored and logged: canonical JSON. */
  readonly stored: string;
  readonly state: LabelState;
  /** The legal day the state is told of: today, or the earlier day that was asked about. */
  readonly today: Temporal.PlainDate;
  readonly isPast: boolean;
  readonly publishedAt: Temporal.Instant;
  readonly scheme: Scheme;
  readonly level: Level;
  readonly set: CriteriaSet;
};

/** Why no label is shown; a mistyped check character is told apart so that the reader looks at the box again. */
type NoLabel =
  | { readonly code: 'no_such_label' | 'wrong_check_character' }
  | { readonly code: 'not_public_yet'; readonly day: Temporal.PlainDate; readonly published: Temporal.PlainDate };

/**
 * A stored label as the public sees it: by its record alone, which is what is logged; the columns beside it serve the
 * acts. Today or as it stood on an earlier legal day; undefined before its publication.
 */
export async function showLabel(deps: Deps, row: LabelRow, asOf?: Temporal.PlainDate): Promise<ShownLabel | undefined> {
  if (row.published_at === null) return undefined;
  const record = fromStoredRecord(row.record);
  const { scheme } = await schemeOfRecord(deps, deps.db.kysely, record);
  const { id, version } = record.criteriaSet;
  const set = scheme.criteriaSets.find((candidate) => candidate.id === id && candidate.version === version);
  if (set === undefined) throw new Error(`label ${row.number} names a criteria set its scheme version lacks`);
  const now = legalDay(deps.clock.now(), scheme.zone);
  const isPast = asOf !== undefined && isBefore(asOf, now);
  const today = isPast ? asOf : now;
  if (isBefore(today, legalDay(row.published_at, scheme.zone))) return undefined;
  const state = labelStateOn({ validity: record.validity, isPublished: true }, today);
  return {
    record,
    stored: row.record,
    state,
    today,
    isPast,
    publishedAt: row.published_at,
    scheme,
    level: levelOf(scheme, record.level),
    set,
  };
}

/**
 * The published label with a number as typed: any width, case and hyphenation; as it stands today, or as it stood on an
 * earlier legal day. A label under embargo is answered like one that does not exist.
 */
export async function findLabel(
  deps: Deps,
  typed: string,
  asOf?: Temporal.PlainDate,
): Promise<Result<ShownLabel, NoLabel>> {
  const number = parseNumber(deps.scheme.scheme.numbers.registration, typed);
  const key = searchKey(number.ok ? number.value : typed.slice(0, 100));
  const row = await findLabelByKey(deps.db.kysely, key);
  const shown = row === undefined ? undefined : await showLabel(deps, row, asOf);
  if (shown !== undefined) return ok(shown);
  if (row !== undefined && row.published_at !== null && asOf !== undefined) {
    const { scheme } = await schemeOfRecord(deps, deps.db.kysely, fromStoredRecord(row.record));
    return refused({ code: 'not_public_yet', day: asOf, published: legalDay(row.published_at, scheme.zone) });
  }
  const isSlip = !number.ok && number.error.code === 'wrong_check_character';
  return refused({ code: isSlip ? 'wrong_check_character' : 'no_such_label' });
}
