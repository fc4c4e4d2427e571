import { mostStars } from '../../core/scheme/in-force.ts';
import type { Level, Scheme } from '../../core/scheme/scheme.ts';
import type { View } from '../view.ts';
import { html, type Html } from './html.ts';

const STAR = 'M10 1.5l2.6 5.7 6.2.7-4.6 4.2 1.3 6.1L10 15.1l-5.5 3.1 1.3-6.1L1.2 7.9l6.2-.7z';

/** A level as stars, and in words for who does not see them. */
export function stars({ say }: View, level: Level, scheme: Scheme): Html {
  const of = mostStars(scheme);
  const drawn = Array.from(
    { length: of },
    (_, place) =>
      html`<svg viewBox="0 0 20 20" aria-hidden="true" ${place < level.stars ? html`data-on` : ''}>
        <path d="${STAR}" />
      </svg>`,
  );
  return html`<span class="stars" role="img" aria-label="${say('label.stars', { stars: level.stars, of })}"
    >${drawn}</span
  >`;
}
