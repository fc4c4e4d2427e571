import { isBefore } from '../kernel/legal-day.ts';
import type { Application } from './application.ts';

/** Something a case has in common with a label or another case. */
export type CaseLikeness = {
  readonly kind: 'model_labelled' | 'model_in_open_case' | 'evidence_elsewhere' | 'filed_twice';
  /** The model number or the file; empty for all answers. */
  readonly what: string;
  readonly number: string;
  readonly organisation: string;
};

/** Something an officer should look at. It is no rule and decides nothing: there can be good reasons for each. */
export type CaseWarning =
  | ({ readonly code: CaseLikeness['kind'] } & Omit<CaseLikeness, 'kind'>)
  | { readonly code: 'support_has_ended'; readonly endsOn: Temporal.PlainDate }
  | { readonly code: 'support_end_missing' }
  | { readonly code: 'policy_missing' };

/** What to look out for in an application as it was filed, seen today (DOMAIN §5.4 and §5.7 [O]). */
export function caseWarnings(
  { answers }: Pick<Application, 'answers'>,
  likenesses: readonly CaseLikeness[],
  today: Temporal.PlainDate,
): readonly CaseWarning[] {
  const endsOn = answers['support.endsOn'];
  const hasPolicy = (answers['vulnerability.policy'] ?? '') !== '';
  return [
    ...likenesses.map(({ kind: code, ...likeness }) => ({ code, ...likeness })),
    ...(endsOn === undefined ? [{ code: 'support_end_missing' } as const] : []),
    ...(endsOn !== undefined && isBefore(endsOn, today) ? [{ code: 'support_has_ended', endsOn } as const] : []),
    ...(hasPolicy ? [] : [{ code: 'policy_missing' } as const]),
  ];
}
