import type { Criterion } from '../scheme/scheme.ts';

/** Whether a criterion applies to a product: decided by its profile, or still open while a feature is unanswered. */
type Applicability = 'applies' | 'does-not-apply' | 'open';

/**
 * The applicability of a criterion: it applies when every feature it names is present. One absent feature decides at
 * once; an unanswered one leaves it open.
 */
export function applicability(criterion: Criterion, profile: Readonly<Record<string, boolean>>): Applicability {
  const answers = criterion.appliesTo.map((feature) => profile[feature]);
  if (answers.includes(false)) return 'does-not-apply';
  return answers.includes(undefined) ? 'open' : 'applies';
}
