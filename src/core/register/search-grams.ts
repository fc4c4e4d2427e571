/** The longest run of characters the index holds. */
const LONGEST = 3;

function runsOf(characters: readonly string[], length: number): readonly string[] {
  const last = characters.length - length;
  return Array.from({ length: Math.max(last + 1, 0) }, (_, at) => characters.slice(at, at + length).join(''));
}

/** Every run of one, two and three characters in folded texts, each once: what the index holds of them. */
export function gramsOf(texts: readonly string[]): readonly string[] {
  const grams = new Set<string>();
  for (const text of texts) {
    const characters = Array.from(text);
    for (let length = 1; length <= LONGEST; length += 1) runsOf(characters, length).forEach((run) => grams.add(run));
  }
  return [...grams];
}

/**
 * The runs that must all occur where a folded word occurs: the word itself up to three characters, else all its runs of
 * three. That they occur does not say that they do so side by side.
 */
export function gramsOfWord(word: string): readonly string[] {
  const characters = Array.from(word);
  return characters.length <= LONGEST ? [word] : [...new Set(runsOf(characters, LONGEST))];
}
