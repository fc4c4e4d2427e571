import { inPeriod } from '../kernel/legal-day.ts';
import type {
  CriteriaSet,
  EffectivePeriod,
  Level,
  ProductType,
  Scheme,
  TermsDocument,
  TermsKind,
  ValidityRule,
} from './scheme.ts';

/** The entries of scheme data whose effective period holds a day. */
export function inForce<T extends { readonly effective: EffectivePeriod }>(
  entries: readonly T[],
  day: Temporal.PlainDate,
): readonly T[] {
  return entries.filter((entry) => inPeriod(day, entry.effective));
}

/** The level with this id. A level the scheme does not have is a bug by then: the face that read it has looked. */
export function levelOf(scheme: Scheme, id: string): Level {
  const level = scheme.levels.find((candidate) => candidate.id === id);
  if (level === undefined) throw new Error(`scheme ${scheme.id} has no level ${id}`);
  return level;
}

/** The product type with this id, if the scheme has it. */
export function findProductType(scheme: Scheme, id: string | undefined): ProductType | undefined {
  return scheme.productTypes.find((candidate) => candidate.id === id);
}

/** The criteria set an application of this level and product type is held against when first submitted on this day. */
export function findCriteriaSet(
  scheme: Scheme,
  wanted: { readonly level: string; readonly productType: string | undefined; readonly day: Temporal.PlainDate },
): CriteriaSet | undefined {
  const { level, productType, day } = wanted;
  const fits = inForce(scheme.criteriaSets, day).filter((set) => set.level === level);
  const own = fits.find((set) => set.productTypes !== 'any' && set.productTypes.some((id) => id === productType));
  return own ?? fits.find((set) => set.productTypes === 'any');
}

/** The version of a document applicants agree to on this day. */
export function findTerms(scheme: Scheme, kind: TermsKind, day: Temporal.PlainDate): TermsDocument | undefined {
  return inForce(scheme.terms, day).find((terms) => terms.kind === kind);
}

/** How long a label of this level holds when issued on this day. */
export function findValidityRule(
  scheme: Scheme,
  level: string,
  issuedOn: Temporal.PlainDate,
): ValidityRule | undefined {
  return inForce(scheme.validity, issuedOn).find((rule) => rule.level === level);
}

/** How many stars the highest level of a scheme shows. */
export function mostStars(scheme: Scheme): number {
  return Math.max(...scheme.levels.map((level) => level.stars));
}
