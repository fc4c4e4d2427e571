import { asTyped } from '../../core/kernel/fold.ts';

/** Most characters of a file's name that are kept; its ending always is. */
const MOST = 150;

/**
 * The name under which a file that was sent is kept: without folders, controls, marks that turn the writing direction, and
 * signs that systems do not take in names.
 */
export function evidenceName(sent: string): string {
  const last = sent.split(/[/\\]/).at(-1) ?? '';
  const clean = asTyped(last.normalize('NFC'))
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/[:*?"<>|\r\n\t]/g, '_')
    .trim();
  const name = /^\.*$/.test(clean) ? 'file' : clean;
  const letters = Array.from(name);
  if (letters.length <= MOST) return name;
  const ending = /\.[A-Za-z0-9]{1,8}$/.exec(name)?.[0] ?? '';
  return letters.slice(0, MOST - ending.length).join('') + ending;
}
