/**
 * Characters a terminal obeys, and those that turn the order of what is shown around: names, files and registers hold what
 * strangers have written.
 */
const COMMANDING = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A text as a terminal may be given it: it moves no cursor and hides nothing. Line breaks and tabs stay. */
export function plainText(text: string): string {
  return text.replace(COMMANDING, (character) => (/[\n\t]/.test(character) ? character : '\ufffd'));
}

/** A value as JSON that a terminal may be given, too: the same value when it is read. */
export function plainJson(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(COMMANDING, (character) =>
    character === '\n' ? character : `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
