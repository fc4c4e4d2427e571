import type { Language } from '../../core/kernel/text.ts';
import { pathIn } from '../language.ts';

/** The addresses of the vendor's desk in the reader's language. */
export const CASES = '/workspace/cases';

/** Where an application is begun with a file. */
export const FROM_FILE = `${CASES}/new/from-file`;

/** The page of a case, or a page below it. */
export function casePath(language: Language, number: string, ...below: readonly string[]): string {
  return [pathIn(language, CASES), number, ...below]
    .map((part, at) => (at === 0 ? part : encodeURIComponent(part)))
    .join('/');
}

/** The page of a criterion. */
export function criterionPath(language: Language, number: string, criterion: string): string {
  return casePath(language, number, 'criteria', criterion);
}
