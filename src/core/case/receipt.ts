import type { Sha256 } from '../kernel/ids.ts';

/** One file of a submission, as the receipt lists it. */
export type ReceiptLine = { readonly name: string; readonly size: number; readonly sha256: Sha256 };

/** What the applicant is given for a submission: proof of exactly what arrived, and when (DOMAIN §5.6). */
export type Receipt = {
  readonly applicationNumber: string;
  /** 1 for the first submission, then one more for each resubmission. */
  readonly sequence: number;
  readonly receivedAt: Temporal.Instant;
  /** SHA-256 of the canonical JSON of all answers. */
  readonly answers: Sha256;
  readonly files: readonly ReceiptLine[];
};
