import type { Gap } from '../kernel/gap.ts';
import type { Scheme } from '../scheme/scheme.ts';

/** What scope answers can lack. */
export type ScopeGapCode = 'scope_unanswered' | 'out_of_scope';

/** Scope questions that are open, or whose answer puts the product outside the scheme (DOMAIN §5.1). */
export function scopeGaps(scheme: Scheme, scope: Readonly<Record<string, boolean>>): readonly Gap<ScopeGapCode>[] {
  return scheme.scopeQuestions.flatMap((question): readonly Gap<ScopeGapCode>[] => {
    const path = `scope.${question.id}`;
    const answer = scope[question.id];
    if (answer === undefined) return [{ code: 'scope_unanswered', path, params: {} }];
    return answer === question.expected ? [] : [{ code: 'out_of_scope', path, params: {} }];
  });
}
