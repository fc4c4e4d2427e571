import { refusalWords as wordsOf, type WordedRefusal } from '../../i18n/refusal-words.ts';
import type { Reader } from './reader.ts';

/** Why an act was refused and how to mend it, in the reader's words; unmet rules follow each on its own line. */
export function refusalWords({ say, noteRefusal }: Reader, refusal: WordedRefusal): readonly string[] {
  noteRefusal?.(refusal.code);
  const { words, unmet } = wordsOf(say, refusal);
  return [words, ...unmet.map((rule) => rule.words)];
}
