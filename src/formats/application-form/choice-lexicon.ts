import { foldIdentifier } from '../../core/kernel/fold.ts';
import type { NamedChoice } from './form-choices.ts';

/** How a choice is found by whatever its chooser wrote: its id, its name in either language, in any width. */
export type ChoiceLexicon = ReadonlyMap<string, string>;

const CIRCLES = /[〇◯⭕●]/gu;
const CROSSES = /[✕✖✗✘❌╳]/gu;
/** A name that begins with a mark may be written as the mark alone or as the words alone. */
const MARKED = /^(\p{S}|\p{P}|\p{Pd})\s+(.+)$/u;

/** The form in which the names of choices are compared: one width, one case, no space, look-alike marks as one. */
export function choiceKey(text: string): string {
  return foldIdentifier(text).replace(CIRCLES, '○').replace(CROSSES, '×');
}

function spellings({ id, name }: NamedChoice): readonly string[] {
  const names = [name.ja, name.en].flatMap((text) => [text, ...(MARKED.exec(text)?.slice(1) ?? [])]);
  const short = /^\d+\.0$/.test(id) ? [String(Number(id))] : [];
  return [id, id.replaceAll('_', '-'), id.replaceAll('_', ' '), ...names, ...short];
}

/** The lexicon of some choices. Where two share a spelling the first keeps it. */
export function choiceLexicon(choices: readonly NamedChoice[]): ChoiceLexicon {
  const lexicon = new Map<string, string>();
  for (const choice of choices) {
    for (const spelling of spellings(choice)) {
      const key = choiceKey(spelling);
      if (!lexicon.has(key)) lexicon.set(key, choice.id);
    }
  }
  return lexicon;
}
