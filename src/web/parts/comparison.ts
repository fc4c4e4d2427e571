import { dataTable } from './data-table.ts';
import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';
import { textChange } from './text-change.ts';

/** One fact as it was and as it is; absent where there was none. */
export type ComparedFact = {
  readonly name: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
};

/** How a fact changed. */
type Change = 'added' | 'removed' | 'changed' | 'same';

/** How a fact changed from one time to the other. */
export function changeOf({ before = '', after = '' }: ComparedFact): Change {
  if (before === after) return 'same';
  if (before === '') return 'added';
  return after === '' ? 'removed' : 'changed';
}

/** Facts side by side, with what changed marked by a sign and a word; `before` and `after` say whose facts they are. */
export function comparison(
  reader: Reader,
  caption: string,
  { before, after }: { readonly before: string; readonly after: string },
  facts: readonly ComparedFact[],
): Html {
  const { say } = reader;
  const none = html`<span class="answer__none">${say('part.answer.none')}</span>`;
  const rows = facts.map((fact) => {
    const change = changeOf(fact);
    const shown = (text: string | undefined): Html | string =>
      text === undefined || text === '' ? none : html`<bdi class="written">${text}</bdi>`;
    const now = change === 'changed' ? textChange(reader, fact.before ?? '', fact.after ?? '') : shown(fact.after);
    const mark = html`<span class="change-mark" data-change="${change}">${say(`part.change.${change}`)}</span>`;
    return [fact.name, shown(fact.before), now, mark];
  });
  return html`<div class="comparison">
    ${dataTable({ caption, columns: [say('part.change.fact'), before, after, say('part.change')], rows })}
  </div>`;
}
