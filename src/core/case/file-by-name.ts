/**
 * Finds a file by the name the answers call it: by exactly that name, or else by its NFC form, as some systems store names
 * decomposed.
 */
export function fileByName(names: Iterable<string>): (name: string) => string | undefined {
  const all = [...names];
  const exact = new Set(all);
  const folded = new Map(all.map((name) => [name.normalize('NFC'), name]));
  return (name) => (exact.has(name) ? name : folded.get(name.normalize('NFC')));
}
