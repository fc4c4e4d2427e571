import { sql } from 'kysely';
import type { Reader } from './database.ts';
import type { CaseState } from '../core/case/case-lifecycle.ts';
import type { CaseId, OrganisationId } from '../core/kernel/ids.ts';

/** How a case is like something else: by a model number, a file, or all its answers. */
type LikenessRow = {
  readonly kind: 'model_labelled' | 'model_in_open_case' | 'evidence_elsewhere' | 'filed_twice';
  /** The model number or the name of the file; empty for all answers. */
  readonly what: string;
  /** The number of the label or of the other case. */
  readonly number: string;
  readonly organisation: string;
};

/** The latest submission of a case, as far as it is compared with others. */
type ComparedCase = { readonly id: CaseId; readonly vendor: OrganisationId; readonly sequence: number };

/** Likenesses told of one kind. */
const MOST = 20;

/**
 * What the latest submission of a case has in common with labels and with other cases that were filed: model numbers, the
 * contents of its files in another organisation's case, and all its answers; at most 20 of each kind.
 */
export async function listLikenesses(
  db: Reader,
  { id, vendor, sequence }: ComparedCase,
  open: readonly CaseState[],
): Promise<readonly LikenessRow[]> {
  const openStates = sql.join(open.map((state) => sql.lit(state)));
  const { rows } = await sql<LikenessRow>`
    (select 'model_labelled' as kind, label_models.number as what, labels.number as number, organisations.name as organisation
      from case_models
      join label_models on label_models.model_key = case_models.model_key
      join labels on labels.id = label_models.label_id
      join organisations on organisations.id = labels.vendor
      where case_models.case_id = ${id}::uuid and labels.case_id <> ${id}::uuid
      order by what, number limit ${MOST})
    union all
    (select 'model_in_open_case', mine.model_key, cases.application_number, organisations.name
      from case_models mine
      join case_models other on other.model_key = mine.model_key and other.case_id <> mine.case_id
      join cases on cases.id = other.case_id and cases.state in (${openStates})
      join organisations on organisations.id = cases.vendor
      where mine.case_id = ${id}::uuid
      order by 2, 3 limit ${MOST})
    union all
    (select distinct 'evidence_elsewhere', mine.name, cases.application_number, organisations.name
      from submission_files mine
      join case_files other on other.sha256 = mine.sha256
      join cases on cases.id = other.case_id and cases.vendor <> ${vendor}::uuid and cases.state <> 'draft'
      join organisations on organisations.id = cases.vendor
      where mine.case_id = ${id}::uuid and mine.sequence = ${sequence}::int
      order by 2, 3 limit ${MOST})
    union all
    (select distinct 'filed_twice', '', cases.application_number, organisations.name
      from submissions mine
      join submissions other on other.answers_sha256 = mine.answers_sha256 and other.case_id <> mine.case_id
      join cases on cases.id = other.case_id and (cases.state in (${openStates}) or cases.state = 'granted')
      join organisations on organisations.id = cases.vendor
      where mine.case_id = ${id}::uuid and mine.sequence = ${sequence}::int
      order by 3 limit ${MOST})`.execute(db);
  return rows;
}

/** Another case of the same vendor that was filed, to compare with. */
export type EarlierCase = {
  readonly id: CaseId;
  readonly application_number: string;
  readonly product_name: string;
  readonly first_submitted_on: Temporal.PlainDate;
  readonly isSameType: boolean;
};

/** Cases of a vendor that were filed before this one or beside it, those of the same product type first; at most 20. */
export async function listEarlierCases(
  db: Reader,
  of: { readonly id: CaseId; readonly vendor: OrganisationId; readonly productType: string },
): Promise<readonly EarlierCase[]> {
  const { rows } = await sql<EarlierCase>`
    select id, application_number, product_name, first_submitted_on, product_type = ${of.productType} as "isSameType"
    from cases
    where vendor = ${of.vendor}::uuid and id <> ${of.id}::uuid and first_submitted_on is not null
    order by 5 desc, first_submitted_on desc, id desc limit ${MOST}`.execute(db);
  return rows;
}
