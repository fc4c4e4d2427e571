import type { OrganisationId } from '../kernel/ids.ts';
import { inPeriod } from '../kernel/legal-day.ts';

/** A vendor's consent (委任状) that an agent acts as its window (METI slides, 申請代理); first and last day count. */
export type Mandate = {
  readonly vendor: OrganisationId;
  readonly agent: OrganisationId;
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate | undefined;
  /** Revoked mandates end at once, whatever their last day. */
  readonly revoked: boolean;
};

/** Whether an agent may act under a mandate on a day. */
export function mandateHolds(mandate: Mandate, day: Temporal.PlainDate): boolean {
  return !mandate.revoked && inPeriod(day, mandate);
}
