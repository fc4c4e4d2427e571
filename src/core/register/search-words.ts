import type { SearchWords } from '../scheme/scheme.ts';
import { withoutCompanyForm } from './company-form.ts';
import { searchFold } from './search-fold.ts';
import { gramsOfWord } from './search-grams.ts';

/** Most words of a search that are looked for; the others are left out. */
const MOST_WORDS = 16;

/** A word to look for: itself first, then what means the same. */
export type SearchedWord = readonly { readonly text: string; readonly grams: readonly string[] }[];

/** The synonyms of a folded word, itself left out. */
function sameAs(word: string, { synonyms }: SearchWords): readonly string[] {
  const groups = synonyms.map((group) => group.map(searchFold)).filter((group) => group.includes(word));
  return [...new Set(groups.flat())].filter((other) => other !== word);
}

/**
 * The words of a typed text as they are looked for: without legal forms of companies, folded, each with its synonyms. What
 * holds neither letter nor digit is left out, unless there is nothing else: then it is looked for as it stands, for who
 * types a sign does not ask for everything.
 */
export function wordsOf(text: string, search: SearchWords): readonly SearchedWord[] {
  const typed = withoutCompanyForm(text, search.companyForms)
    .split(/\s+/u)
    .filter((word) => word !== '');
  const wanted = [...new Set(typed.map(searchFold))].filter((word) => /[\p{L}\p{N}]/u.test(word)).slice(0, MOST_WORDS);
  const [sign] = typed;
  if (wanted.length === 0 && sign !== undefined) return [[{ text: sign, grams: gramsOfWord(sign) }]];
  return wanted.map((word) =>
    [word, ...sameAs(word, search)].map((same) => ({ text: same, grams: gramsOfWord(same) })),
  );
}
