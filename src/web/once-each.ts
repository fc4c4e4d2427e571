/**
 * A function that makes a thing the first time it is asked for with some words, and answers with the same thing ever
 * after: for what is costly to make and wanted in few kinds, as formatters are.
 */
export function onceEach<Words extends readonly string[], Made>(
  make: (...words: Words) => Made,
): (...words: Words) => Made {
  const known = new Map<string, Made>();
  return (...words) => {
    const key = words.join('\0');
    const before = known.get(key);
    if (before !== undefined) return before;
    const made = make(...words);
    known.set(key, made);
    return made;
  };
}
