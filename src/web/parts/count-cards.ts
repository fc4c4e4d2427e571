import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';

/** How many of something there are. */
type CountCard = {
  readonly words: string;
  readonly count: number;
  readonly href?: string | undefined;
  readonly note?: string | undefined;
  /** Asks for attention, with a sign and not by colour alone. */
  readonly isUrgent?: boolean;
};

/** Counts at a glance, each the way to what it counts. */
export function countCards({ say }: Reader, cards: readonly CountCard[]): Html {
  const card = ({ words, count, href, note, isUrgent = false }: CountCard): Html =>
    html`<li class="count-card" ${isUrgent ? html`data-urgent` : ''}>
      <p class="count-card__words">${href === undefined ? words : html`<a href="${href}">${words}</a>`}</p>
      <p class="count-card__count">${say('part.count', { count })}</p>
      ${note === undefined ? '' : html`<p class="count-card__note">${note}</p>`}
    </li>`;
  return html`<ul class="count-cards">
    ${cards.map(card)}
  </ul>`;
}
