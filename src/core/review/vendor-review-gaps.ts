import { searchKey } from '../kernel/fold.ts';
import type { Gap } from '../kernel/gap.ts';
import { isBefore } from '../kernel/legal-day.ts';

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
function isSamePerson(first: string | undefined, second: string | undefined): boolean {
  return first !== undefined && second !== undefined && searchKey(first) === searchKey(second);
}

/**
 * Faults in the vendor's own review: the reviewer is not the signatory (save in a one-person firm), and determination,
 * review and signature follow each other in this order, none after today.
 */
export function vendorReviewGaps(stated: VendorReviewStatement): readonly Gap<VendorReviewGapCode>[] {
  const gaps: Gap<VendorReviewGapCode>[] = [];
  if (isSamePerson(stated.reviewer, stated.signatory) && stated.onePersonFirm !== true) {
    gaps.push({ code: 'reviewer_is_signatory', path: 'review.reviewer', params: { name: stated.reviewer ?? '' } });
  }
  if (!inOrder(stated.lastDeterminedOn, stated.reviewedOn)) {
    const determined = stated.lastDeterminedOn?.toString() ?? '';
    gaps.push({ code: 'review_before_determination', path: 'review.completedOn', params: { determined } });
  }
  if (!inOrder(stated.reviewedOn, stated.signedOn)) {
    const reviewed = stated.reviewedOn?.toString() ?? '';
    gaps.push({ code: 'signed_before_review', path: 'declaration.signedOn', params: { reviewed } });
  }
  if (!inOrder(stated.signedOn, stated.today)) {
    gaps.push({ code: 'signed_in_future', path: 'declaration.signedOn', params: { today: stated.today.toString() } });
  }
  return gaps;
}
