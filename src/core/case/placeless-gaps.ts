import type { Gap } from '../kernel/gap.ts';
import type { GapCode } from './application-gaps.ts';

/** What is said of a criterion twice, or of one the form has not: it can be put nowhere in the form. */
const PLACELESS: readonly GapCode[] = ['criterion_stated_twice', 'criterion_unknown'];

/** The gaps for which an application cannot be taken into a form at all; others are mended there. */
export function placelessGaps(gaps: readonly Gap<GapCode>[]): readonly Gap<GapCode>[] {
  return gaps.filter(({ code }) => PLACELESS.includes(code));
}
