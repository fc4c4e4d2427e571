import type { CaseId, OrganisationId } from '../kernel/ids.ts';
import { inPeriod, isBefore } from '../kernel/legal-day.ts';

/** A vendor's consent (委任状) that an agent acts as its window (METI slides, 申請代理); first and last day count. */
export type Mandate = {
  readonly vendor: OrganisationId;
  readonly agent: OrganisationId;
  readonly from: Temporal.PlainDate;
  readonly until: Temporal.PlainDate | undefined;
  /** Revoked mandates end at once, whatever their last day. */
  readonly revoked: boolean;
  /** Whether it rests on a scanned letter, and what staff made of that. */
  readonly letter: LetterStanding;
} & MandateScope;

/** What staff made of the scanned letter (委任状) a mandate rests on; `none` when the vendor gave it here. */
export type LetterStanding = 'none' | 'awaited' | 'confirmed' | 'refused';

/** What a mandate is for. */
export type MandateScope = {
  /** The applications it is limited to; undefined when it covers all of the vendor's. */
  readonly applications: readonly CaseId[] | undefined;
  /** Whether the agent may open applications under it; they are covered from then on. */
  readonly allowsNew: boolean;
};

/** What the standing of a mandate follows from. */
type MandateTerms = Pick<Mandate, 'from' | 'until' | 'revoked' | 'letter'>;

/** Whether a mandate would let an agent do nothing at all, ever. */
export function coversNothing({ applications, allowsNew }: MandateScope): boolean {
  return applications?.length === 0 && !allowsNew;
}

/** How a mandate can stand on a day; only one in force lets an agent act. */
export const MANDATE_STATES = ['pending', 'refused', 'coming', 'in-force', 'ended', 'revoked'] as const;
/** How a mandate stands on a day. */
export type MandateState = (typeof MANDATE_STATES)[number];

/** How a mandate stands on a day by its period alone, whatever came of its letter. */
export function standingByPeriod(
  period: Pick<Mandate, 'from' | 'until'>,
  day: Temporal.PlainDate,
): Extract<MandateState, 'coming' | 'in-force' | 'ended'> {
  if (isBefore(day, period.from)) return 'coming';
  return inPeriod(day, period) ? 'in-force' : 'ended';
}

/** How a mandate stands on a day. */
export function mandateState(mandate: MandateTerms, day: Temporal.PlainDate): MandateState {
  if (mandate.revoked) return 'revoked';
  if (mandate.letter === 'refused') return 'refused';
  return mandate.letter === 'awaited' ? 'pending' : standingByPeriod(mandate, day);
}

/** Whether an agent may act under a mandate on a day. */
export function mandateHolds(mandate: MandateTerms, day: Temporal.PlainDate): boolean {
  return mandateState(mandate, day) === 'in-force';
}
