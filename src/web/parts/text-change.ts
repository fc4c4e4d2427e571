import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';
import { textPieces } from './text-pieces.ts';

/** A text with what was taken out struck through and what was put in underlined, each named for who does not see it. */
export function textChange({ say }: Reader, before: string, after: string): Html {
  const piece = ({ kind, text }: ReturnType<typeof textPieces>[number]): Html | string => {
    if (kind === 'kept') return text;
    const name = html`<span class="visually-hidden">${say(`part.text.${kind}`)}</span>`;
    return kind === 'removed' ? html`<del>${name}${text}</del>` : html`<ins>${name}${text}</ins>`;
  };
  return html`<bdi class="text-change written">${textPieces(before, after).map(piece)}</bdi>`;
}
