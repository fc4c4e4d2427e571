/** One event as the audit trail must show it. */
export type ExpectedEvent = { readonly act: string; readonly subject: string };

/** One line of a receipt. */
export type ReceiptLine = { readonly name: string; readonly size: number; readonly sha256: string };

/**
 * One act as its caller was told of it. No two acts share a moment, so `at` names the act; the events of that moment must
 * be exactly these, in this order.
 */
export type Acknowledgement = {
  readonly at: string;
  readonly events: readonly ExpectedEvent[];
  /** What the caller was told, for the case the act was on. */
  readonly told?: {
    readonly case: string;
    readonly applicationNumber?: string;
    readonly acceptanceNumber?: string;
    readonly labelNumber?: string;
    readonly answers?: string;
    readonly receipt?: readonly ReceiptLine[];
  };
};

/** How far an acting process is; each is printed on a line of its own, as is each acknowledgement. */
export type Progress = 'opened' | 'ready' | 'checkpoint';

/** A line an acting process prints. */
export type Line = { readonly progress: Progress } | { readonly done: Acknowledgement };
