import { isBefore } from '../kernel/legal-day.ts';
import { ok, refused, type Result } from '../kernel/result.ts';
import type { Scheme } from './scheme.ts';

/** An application came before its level or product type is open; the day is absent while none is fixed. */
export type NotYetOpen = {
  readonly code: 'not_yet_open';
  readonly level: string;
  readonly opensOn: Temporal.PlainDate | undefined;
};

/**
 * Whether applications for a level and product type are taken on a day (DOMAIN §5.8). An entry for the product type
 * overrides the level's own; a level without entry is not open.
 */
export function isOpen(
  scheme: Scheme,
  wanted: { readonly level: string; readonly productType: string | undefined; readonly day: Temporal.PlainDate },
): Result<true, NotYetOpen> {
  const ofLevel = scheme.openings.filter((opening) => opening.level === wanted.level);
  const opening =
    ofLevel.find((entry) => entry.productType !== undefined && entry.productType === wanted.productType) ??
    ofLevel.find((entry) => entry.productType === undefined);
  const opensOn = opening?.opensOn;
  if (opensOn === undefined || isBefore(wanted.day, opensOn)) {
    return refused({ code: 'not_yet_open', level: wanted.level, opensOn });
  }
  return ok(true);
}
