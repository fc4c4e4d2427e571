import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';
import { statusTag } from './status-tag.ts';
import { written } from './written.ts';

/** Something that was done. */
export type HistoryEntry = {
  /** When, in words and for machines (RFC 3339). */
  readonly at: { readonly words: string; readonly iso: string };
  readonly what: Html | string;
  readonly who?: string | undefined;
  readonly onBehalfOf?: string | undefined;
  /** A reason or remark that was given with it. */
  readonly note?: string | undefined;
  /** Values that it changed. */
  readonly changes?: Html | undefined;
  /** Whether only the operator's staff see this line. */
  readonly isForStaff?: boolean;
};

/** What was done with something, in the order given: who, when, for whom, why. */
export function historyList(reader: Reader, entries: readonly HistoryEntry[]): Html {
  const { say } = reader;
  const entry = ({ at, what, who, onBehalfOf, note, changes, isForStaff = false }: HistoryEntry): Html =>
    html`<li class="history__entry">
      <p class="history__at"><time datetime="${at.iso}">${at.words}</time></p>
      <p class="history__what">${what} ${isForStaff ? statusTag('neutral', say('part.history.staff')) : ''}</p>
      ${
        who === undefined
          ? ''
          : html`<p class="history__who">
              ${written(reader, who)}${
                onBehalfOf === undefined ? '' : html` <span>${say('part.history.behalf', { name: onBehalfOf })}</span>`
              }
            </p>`
      }
      ${note === undefined ? '' : html`<p class="history__note written">${written(reader, note)}</p>`} ${changes ?? ''}
    </li>`;
  return html`<ol class="history">
    ${entries.map(entry)}
  </ol>`;
}
