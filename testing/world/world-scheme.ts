import type { Scheme } from '../../src/core/scheme/scheme.ts';
import { OPERATOR } from './organisations.ts';

/** Scheme data as the demonstration runs it: by its invented operator, so that no page names a real one as its own. */
export function worldScheme(scheme: Scheme): Scheme {
  const { contact } = scheme.operator;
  return { ...scheme, operator: { name: { ja: OPERATOR.name, en: OPERATOR.nameEn }, contact, url: '' } };
}
