/** The two languages every public word of the scheme exists in. */
export const LANGUAGES = ['ja', 'en'] as const;

/** A language pages, files and messages can be had in. */
export type Language = (typeof LANGUAGES)[number];

/** A text of the scheme in both languages; neither may be empty. */
export type Localized = { readonly ja: string; readonly en: string };
