import type { OrganisationId } from '../kernel/ids.ts';
import { inPeriod, isBefore } from '../kernel/legal-day.ts';

/** A vendor's consent (委任状) that an agent acts as its window (METI slides, 申請代理); first and last day count. */
export type Mandate = {
  readonly vendor: OrganisationId;
  readonly agent: OrganisationId;
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate | undefined;
  /** Revoked mandates end at once, whatever their last day. */
  readonly revoked: boolean;
};

/** How a mandate stands on a day; only one in force lets an agent act. */
export type MandateState = 'coming' | 'in-force' | 'ended' | 'revoked';

/** How a mandate stands on a day. */
export function mandateState(mandate: Omit<Mandate, 'vendor' | 'agent'>, day: Temporal.PlainDate): MandateState {
  if (mandate.revoked) return 'revoked';
  if (isBefore(day, mandate.from)) return 'coming';
  return inPeriod(day, mandate) ? 'in-force' : 'ended';
}

/** Whether an agent may act under a mandate on a day. */
export function mandateHolds(mandate: Mandate, day: Temporal.PlainDate): boolean {
  return mandateState(mandate, day) === 'in-force';
}
