import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';

/** Work that takes a while. */
type Progress = {
  readonly id: string;
  readonly name: string;
  readonly done: number;
  /** Absent while nobody knows how much there is. */
  readonly of?: number | undefined;
  /** Where a script may ask `{ done, of, isOver }`; when it is over the page is loaded again. */
  readonly ask?: string;
};

/** How far long work is, in words and as a bar. */
export function progressBar({ say }: Reader, { id, name, done, of, ask }: Progress): Html {
  const words = of === undefined ? say('part.progress.open', { done }) : say('part.progress', { done, of });
  const template =
    of === undefined
      ? say('part.progress.open', { done: '{done}' })
      : say('part.progress', { done: '{done}', of: '{of}' });
  return html`<div class="progress" ${ask === undefined ? '' : html`data-progress="${ask}" data-words="${template}"`}>
    <label class="progress__name" for="${id}">${name}</label>
    <progress class="progress__bar" id="${id}" ${of === undefined ? '' : html`max="${of}" value="${done}"`}></progress>
    <p class="progress__words" role="status">${words}</p>
  </div>`;
}

/** Goes into the head of a page that shows progress: loads it again, where no script does better. */
export function refreshWithoutScript(seconds: number): Html {
  return html`<noscript><meta http-equiv="refresh" content="${seconds}" /></noscript>`;
}
