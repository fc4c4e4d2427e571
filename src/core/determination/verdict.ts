/** The outcomes of determining one criterion (DOMAIN §5.3). */
export const VERDICTS = [
  'conforms',
  'does_not_conform',
  'not_applicable',
  'satisfied_by_recognition',
  'not_determined',
] as const;
/** One verdict. */
export type Verdict = (typeof VERDICTS)[number];

/**
 * The verdict of a criterion from its sub-checks: any failure fails it; else anything undetermined leaves it undetermined,
 * which never counts as conforming; else it conforms unless every part is not applicable or recognised.
 */
export function combineVerdicts(parts: readonly Verdict[]): Verdict {
  if (parts.includes('does_not_conform')) return 'does_not_conform';
  if (parts.length === 0 || parts.includes('not_determined')) return 'not_determined';
  if (parts.includes('conforms')) return 'conforms';
  return parts.includes('satisfied_by_recognition') ? 'satisfied_by_recognition' : 'not_applicable';
}
