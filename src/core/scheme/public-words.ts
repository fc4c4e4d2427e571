import type { Localized } from '../kernel/text.ts';

/** Who is answerable for what, shown on the page and in the declaration. */
export type Responsibility = { readonly party: Localized; readonly answersFor: Localized };

/** Readers the product page speaks to. */
export const AUDIENCES = ['consumer', 'interested-consumer', 'organisation'] as const;

/** One of the groups of readers. */
export type Audience = (typeof AUDIENCES)[number];

/** What the scheme asks of those who use a labelled product. */
export type UserDuty = {
  readonly audience: Audience;
  readonly text: Localized;
  readonly onlyWithSafetyFunction: boolean;
};

/** What may and may not be said with a label. */
export type PublicClaims = {
  readonly says: readonly Localized[];
  readonly doesNotSay: readonly Localized[];
  readonly forbidden: readonly { readonly id: string; readonly example: Localized; readonly reason: Localized }[];
};
