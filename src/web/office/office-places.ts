import type { Language } from '../../core/kernel/text.ts';
import { pathIn } from '../language.ts';

/** The officers' desk, in the form addresses have without their language. */
const OFFICE = '/workspace/office';

/** The address of the desk, or of a place below it. */
export function officePath(language: Language, place = ''): string {
  return pathIn(language, `${OFFICE}${place}`);
}

/** The address of a case at the office, or of a page below it. */
export function officeCasePath(language: Language, number: string, place = ''): string {
  return officePath(language, `/cases/${encodeURIComponent(number)}${place}`);
}
