import { LANGUAGES, type Language } from '../core/kernel/text.ts';

const ENGLISH = /^\/en(?=\/|$)/;

/** The language of a page by its address: English under `/en`, Japanese elsewhere. */
export function languageOfPath(path: string): Language {
  return ENGLISH.test(path) ? 'en' : 'ja';
}

/** An address without the part that names its language. */
export function withoutLanguage(path: string): string {
  return path.replace(ENGLISH, '') || '/';
}

/** The address of a page in a language, from its Japanese address. */
export function pathIn(language: Language, path: string): string {
  return language === 'en' ? `/en${path}` : path;
}

/** The language a reader asks for (RFC 9110, 12.5.4), Japanese when none of ours is named. */
export function preferredLanguage(header: string | undefined): Language {
  const wishes = (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((wish) => {
      const [tag = '', ...parameters] = wish.trim().toLowerCase().split(';');
      const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find(Boolean);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ quality }) => quality > 0)
    .sort((first, second) => second.quality - first.quality);
  const wanted = wishes.find((wish) => LANGUAGES.some((language) => language === wish.language));
  return wanted?.language === 'en' ? 'en' : 'ja';
}
