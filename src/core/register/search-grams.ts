/** The longest run of characters the index holds. */
const LONGEST = 3;

function runsOf(characters: readonly string[], length: number): readonly string[] {
  const last = characters.length - length;
  return Array.from({ length: Math.max(last + 1, 0) }, (_, at) => characters.slice(at, at + length).join(''));
}

const SURROGATES = /[\ud800-\udfff]/;

/** Every run of one, two and three characters in folded texts, each once: what the index holds of them. */
export function gramsOf(texts: readonly string[]): readonly string[] {
  const grams = new Set<string>();
  for (const text of texts) {
    if (SURROGATES.test(text)) {
      const characters = Array.from(text);
      for (let length = 1; length <= LONGEST; length += 1) runsOf(characters, length).forEach((run) => grams.add(run));
      continue;
    }
    // Nearly always: every character is one unit, and no list of them is needed.
    for (let end = 1; end <= text.length; end += 1) {
      for (let at = Math.max(end - LONGEST, 0); at < end; at += 1) grams.add(text.slice(at, end));
    }
  }
  return [...grams];
}

/**
 * Runs that must all occur where a folded word occurs: the word itself up to three characters, else the runs of three that
 * cover it. That they occur does not say that they do so side by side.
 */
export function gramsOfWord(word: string): readonly string[] {
  const characters = Array.from(word);
  const last = characters.length - LONGEST;
  if (last <= 0) return [word];
  const starts = Array.from({ length: Math.ceil(last / LONGEST) + 1 }, (_, at) => Math.min(at * LONGEST, last));
  return [...new Set(starts.map((start) => characters.slice(start, start + LONGEST).join('')))];
}
