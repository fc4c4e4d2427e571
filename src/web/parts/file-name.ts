import { html, type Html } from './html.ts';

/** Characters that cannot be seen and may turn around or hide what stands beside them. */
const UNSEEN = /([\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff])/;

function codeOf(character: string): string {
  return `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? ''}`;
}

/**
 * The name of a file as its owner wrote it. It cannot turn the direction of what stands around it, and its own unseen
 * characters are shown, so that no name can pass for another kind of file.
 */
export function fileName(name: string): Html {
  const pieces = name
    .split(UNSEEN)
    .map((piece, place) => (place % 2 === 0 ? piece : html`<span class="file-name__unseen">${codeOf(piece)}</span>`));
  return html`<bdi class="file-name">${pieces}</bdi>`;
}
