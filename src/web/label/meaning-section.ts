import type { PublicClaims } from '../../core/scheme/public-words.ts';
import { html, type Html } from '../parts/html.ts';
import { points } from '../parts/points.ts';
import { section } from '../parts/section.ts';
import type { View } from '../view.ts';

/** What a label says, and what it does not say (DOMAIN §1: every public page says so). */
export function meaningOfLabel({ language, say }: View, claims: PublicClaims): Html {
  const says = claims.says.map((text) => text[language]);
  const denied = claims.doesNotSay.map((text) => text[language]);
  return html`${section('says', say('label.says'), points(says))}
  ${section('says-not', say('label.says-not'), points(denied, 'not'))}`;
}
