import type { View } from '../view.ts';
import { html, type Html } from './html.ts';
import { linkOut } from './link-out.ts';

const JAPANESE = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/**
 * What a vendor wrote: in the reader's language where there is such a text, else as it is and marked as Japanese. It
 * cannot turn the direction of what stands around it.
 */
export function written({ language }: Pick<View, 'language'>, text: string, english?: string): Html {
  if (language === 'ja') return html`<bdi>${text}</bdi>`;
  if (english !== undefined && english !== '') return html`<bdi>${english}</bdi>`;
  return JAPANESE.test(text) ? html`<bdi lang="ja">${text}</bdi>` : html`<bdi>${text}</bdi>`;
}

/** The same for a text of several lines. */
export function writtenLines(view: Pick<View, 'language'>, text: string, english?: string): Html {
  return html`<p class="written">${written(view, text, english)}</p>`;
}

/** A contact as a vendor wrote it: an address is a link, anything else is text. */
export function contact(view: Pick<View, 'language'>, text: string): Html {
  return JAPANESE.test(text) ? written(view, text) : linkOut(text);
}
