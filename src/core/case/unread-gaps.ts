import type { Gap } from '../kernel/gap.ts';
import { partNamed } from './application-parts.ts';
import type { Application } from './application.ts';

/** The one thing that can be wrong with what was typed and could not be read. */
export type UnreadGapCode = 'unread_answer';

/** Most characters of what was typed that a message repeats. */
const SHOWN = 100;

/** What was typed into a form and waits to be mended: it may not be submitted past, for an older answer stands behind it. */
export function unreadGaps(
  unread: Readonly<Record<string, string>>,
  { determinations }: Application,
): readonly Gap<UnreadGapCode>[] {
  return Object.entries(unread).map(([name, typed]) => {
    const params = { value: Array.from(typed).slice(0, SHOWN).join('') };
    const part = partNamed(name);
    if (part?.kind !== 'determination') return { code: 'unread_answer', path: name, params };
    const { criterion, column } = part;
    const row = determinations.findIndex((one) => one.criterion === criterion && one.interface === part.interface);
    const path = row < 0 ? 'determinations' : `determinations.${String(row)}.${column}`;
    return { code: 'unread_answer', path, criterion, params };
  });
}

/** Whether a gap only repeats, about the answer that stands behind, that something typed could not be read. */
export function isSaidBy(unread: Gap<UnreadGapCode>, gap: Gap): boolean {
  if (gap.criterion !== unread.criterion) return false;
  return gap.path === unread.path || gap.path.startsWith(`${unread.path}.`);
}
