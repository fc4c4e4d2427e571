import type { Language, Localized } from '../../core/kernel/text.ts';

/**
 * What the conformance label says. There is no expiry date on it: the code leads to the page that knows (METI slides,
 * committee: exchanging labels is a burden).
 */
export type LabelArtwork = {
  /** Filled stars, from 1 to `of`. */
  readonly stars: number;
  /** Levels of the scheme, from 1 to 7. */
  readonly of: number;
  readonly levelName: Localized;
  readonly schemeName: Localized;
  readonly registrationNumber: string;
  /** Absolute http(s) address of the product information page; the server must answer it in any letter case. */
  readonly pageUrl: string;
};

/** The two shapes of the label: the full one, and the one for products that have no room for words. */
export const LABEL_VARIANTS = ['horizontal', 'compact'] as const;

/** A shape of the label; `compact` shows code, stars and number only. */
export type LabelVariant = (typeof LABEL_VARIANTS)[number];

/** What is asked for: which label, in which shape and language. */
export type LabelRequest = {
  readonly label: LabelArtwork;
  readonly variant: LabelVariant;
  readonly language: Language;
};

/** Why a label cannot be drawn; each is a mistake in scheme data or configuration, never of the holder. */
export type LabelArtworkRefused =
  | { readonly code: 'stars_out_of_range' }
  | { readonly code: 'page_address_unusable' }
  | { readonly code: 'page_address_too_long' }
  | { readonly code: 'text_too_long'; readonly text: string }
  | { readonly code: 'text_not_drawable'; readonly text: string; readonly characters: readonly string[] };
