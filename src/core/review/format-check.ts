import type { PersonId } from '../kernel/ids.ts';

/** The officer's finding on one item of the form: in order, or returned with a remark the applicant reads. */
export type ItemFinding = {
  readonly item: string;
  readonly outcome: 'in_order' | 'returned';
  /** In the applicant's language; wanted for every returned item. */
  readonly remark: string | undefined;
};

/** A format check (形式確認): findings per item of one submission; it does not evaluate the product again. */
export type FormatCheck = { readonly officer: PersonId; readonly findings: readonly ItemFinding[] };

/** The items returned to the applicant. */
export function returnedItems(check: FormatCheck): readonly ItemFinding[] {
  return check.findings.filter((finding) => finding.outcome === 'returned');
}

/** Items of the form the check says nothing about. */
export function openItems(items: readonly string[], check: FormatCheck): readonly string[] {
  const judged = new Set(check.findings.map((finding) => finding.item));
  return items.filter((item) => !judged.has(item));
}
