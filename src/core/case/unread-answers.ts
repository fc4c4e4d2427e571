import { partName, type Part } from './application-parts.ts';

/** What was typed and cannot be read as an answer yet, by the names of the parts it was typed into. */
type UnreadAnswers = Readonly<Record<string, string>>;

/** What cannot be read yet, without what was typed into some parts. */
export function unreadWithout(unread: UnreadAnswers, parts: readonly Part[]): UnreadAnswers {
  const gone = new Set(parts.map(partName));
  return Object.fromEntries(Object.entries(unread).filter(([name]) => !gone.has(name)));
}
