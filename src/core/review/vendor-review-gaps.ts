import { searchKey } from '../kernel/fold.ts';
import type { Gap } from '../kernel/gap.ts';
import { isBefore } from '../kernel/legal-day.ts';

/** What can be wrong with the vendor's own review. */
export type VendorReviewGapCode =
  'reviewer_is_signatory' | 'review_before_determination' | 'signed_before_review' | 'signed_in_future';

/** What the vendor states about its own review and its signature (ISO/IEC 17050-1:2004, 5; DOMAIN §5, two chains). */
export type VendorReviewStatement = {
  readonly reviewer: string | undefined;
  readonly reviewedOn: Temporal.PlainDate | undefined;
  readonly signatory: string | undefined;
  readonly signedOn: Temporal.PlainDate | undefined;
  /** A firm of one person may review what it signs; the exemption is recorded. */
  readonly onePersonFirm: boolean | undefined;
  readonly lastDeterminedOn: Temporal.PlainDate | undefined;
  readonly today: Temporal.PlainDate;
};

function inOrder(first: Temporal.PlainDate | undefined, second: Temporal.PlainDate | undefined): boolean {
  return first === undefined || second === undefined || !isBefore(second, first);
}

/** Whether two names stand for one person, as far as spelling tells: width, case and spacing do not count. */
export function isSamePerson(first: string | undefined, second: string | undefined): boolean {
  return first !== undefined && second !== undefined && searchKey(first) === searchKey(second);
}

/** The steps that must follow each other: when the later one comes first, which gap that is. */
function orderGaps(stated: VendorReviewStatement): readonly Gap<VendorReviewGapCode>[] {
  const { lastDeterminedOn, reviewedOn, signedOn, today } = stated;
  const steps = [
    ['review_before_determination', 'review.completedOn', 'determined', lastDeterminedOn, reviewedOn, lastDeterminedOn],
    ['signed_before_review', 'declaration.signedOn', 'reviewed', reviewedOn, signedOn, reviewedOn],
    ['signed_in_future', 'declaration.signedOn', 'today', signedOn, today, today],
  ] as const;
  return steps
    .filter(([, , , first, second]) => !inOrder(first, second))
    .map(([code, path, param, , , day]) => ({ code, path, params: { [param]: String(day) } }));
}

/**
 * Faults in the vendor's own review: the reviewer is not the signatory (save in a one-person firm), and determination,
 * review and signature follow each other in this order, none after today.
 */
export function vendorReviewGaps(stated: VendorReviewStatement): readonly Gap<VendorReviewGapCode>[] {
  const { reviewer, signatory, onePersonFirm } = stated;
  const isBoth = isSamePerson(reviewer, signatory) && onePersonFirm !== true;
  const gap = { code: 'reviewer_is_signatory', path: 'review.reviewer', params: { name: reviewer ?? '' } } as const;
  return [...(isBoth ? [gap] : []), ...orderGaps(stated)];
}
