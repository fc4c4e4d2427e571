import { inForce } from '../scheme/in-force.ts';
import type { FeeRule, Scheme } from '../scheme/scheme.ts';

/** A fee as charged: computed once, stored with the rule that gave it, never recomputed. */
export type Fee = {
  readonly rule: string;
  /** Tax included, whole units of the currency. */
  readonly amount: number;
  /** The tax contained in the amount, rounded down to a whole unit. */
  readonly tax: number;
  readonly currency: string;
};

function toFee(rule: FeeRule, currency: string): Fee {
  const net = Math.ceil((rule.amount * 10_000) / (10_000 + rule.taxBasisPoints));
  return { rule: rule.id, amount: rule.amount, tax: rule.amount - net, currency };
}

/**
 * The fee due for an application received on a day; a claimed recognition has its own fee where the scheme sets one.
 * Undefined where the scheme sets no fee for the level on that day.
 */
export function feeFor(
  scheme: Scheme,
  received: { readonly level: string; readonly day: Temporal.PlainDate; readonly recognition: string | undefined },
): Fee | undefined {
  const rules = inForce(scheme.fees, received.day).filter((rule) => rule.level === received.level);
  const special = rules.find((rule) => rule.recognition !== undefined && rule.recognition === received.recognition);
  const rule = special ?? rules.find((candidate) => candidate.recognition === undefined);
  return rule === undefined ? undefined : toFee(rule, scheme.currency);
}
