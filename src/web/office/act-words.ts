import type { ActId } from '../../core/access/permissions.ts';
import type { Reader } from '../parts/reader.ts';

/** What an act is called where it begins a line: on a button, in a heading. */
export function actWords({ say }: Reader, act: ActId): string {
  const words = say(`act.${act}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
