import { feeFor } from '../../src/core/fees/fee.ts';
import { findCriteriaSet, findValidityRule } from '../../src/core/scheme/in-force.ts';
import { isOpen } from '../../src/core/scheme/scheme-calendar.ts';
import type { AttestationChain, Level, Scheme } from '../../src/core/scheme/scheme.ts';

/** A level at which a type of product can be applied for today. */
type OpenLevel = { readonly level: string; readonly productTypes: readonly string[] };

/** The levels the world applies at. */
export type WorldLevels = { readonly firstParty: string; readonly thirdParty: readonly OpenLevel[] };

function openTypes(scheme: Scheme, level: Level, day: Temporal.PlainDate): readonly string[] {
  const canBeCharged = feeFor(scheme, { level: level.id, day, recognition: undefined }) !== undefined;
  if (!canBeCharged || findValidityRule(scheme, level.id, day) === undefined) return [];
  return scheme.productTypes
    .map(({ id }) => id)
    .filter((productType) => {
      const wanted = { level: level.id, productType, day };
      return isOpen(scheme, wanted).ok && findCriteriaSet(scheme, wanted) !== undefined;
    });
}

function openLevels(scheme: Scheme, chain: AttestationChain, day: Temporal.PlainDate): readonly OpenLevel[] {
  return scheme.levels
    .filter((level) => level.chain === chain)
    .sort((first, second) => first.stars - second.stars)
    .map((level) => ({ level: level.id, productTypes: openTypes(scheme, level, day) }))
    .filter(({ productTypes }) => productTypes.length > 0);
}

/**
 * The lowest level declared by vendors themselves, and those certified by a third party, as far as they are open on a
 * day.
 */
export function worldLevels(scheme: Scheme, day: Temporal.PlainDate): WorldLevels {
  const first = openLevels(scheme, 'first-party', day)[0];
  if (first === undefined) throw new Error(`scheme ${scheme.id} takes no declarations on ${day.toString()}`);
  return { firstParty: first.level, thirdParty: openLevels(scheme, 'third-party', day) };
}

/** The lowest of some levels that is open for a product type. */
export function findLevel(levels: readonly OpenLevel[], productType: string): string | undefined {
  return levels.find(({ productTypes }) => productTypes.includes(productType))?.level;
}
