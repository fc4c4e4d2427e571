import { html, type Html } from './html.ts';

/** What a row has to know of its columns. */
type RowColumn = { readonly name: string; readonly kind?: 'text' | 'number' | 'tight' };

/**
 * A row of a table; its first cell is its heading. On a narrow screen it is a card in which each cell names its column,
 * and the roles keep it a row for who hears it: a style sheet that makes it a card takes them away.
 */
export function tableRow(columns: readonly RowColumn[], cells: readonly (Html | string)[]): Html {
  const cell = (content: Html | string, place: number): Html => {
    const { name = '', kind = 'text' } = columns[place] ?? {};
    if (place === 0) return html`<th scope="row" role="rowheader" data-kind="${kind}">${content}</th>`;
    const empty = content === '' ? html` data-empty` : '';
    const named = html`<span class="table-cards__name" aria-hidden="true">${name} </span>`;
    return html`<td role="cell" data-kind="${kind}" ${empty}>${named}${content}</td>`;
  };
  return html`<tr role="row">
    ${cells.map(cell)}
  </tr>`;
}
