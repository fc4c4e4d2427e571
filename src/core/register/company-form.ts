/** A legal form as a pattern: one of Latin letters only where a word begins and ends. */
function patternOf(form: string): string {
  const literal = form
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\\^$.*+?()[\]{}|]/g, String.raw`\$&`);
  return /^[a-z]/i.test(form) ? String.raw`(?<![\p{L}\p{N}])${literal}(?![\p{L}\p{N}])` : literal;
}

/**
 * A name without the legal forms of companies (scheme data), in any width and case, for the search only. A text that is
 * nothing but a legal form stays as it is.
 */
export function withoutCompanyForm(text: string, forms: readonly string[]): string {
  const folded = text.normalize('NFKC').toLowerCase();
  if (forms.length === 0) return folded;
  const longestFirst = [...forms].sort((first, second) => second.length - first.length);
  const rest = folded.replace(new RegExp(longestFirst.map(patternOf).join('|'), 'gu'), ' ').trim();
  return /[\p{L}\p{N}]/u.test(rest) ? rest : folded;
}
