import { html, type Html } from './html.ts';

/** A table of facts; the first cell of a row is its heading. On a narrow screen each cell names its column. */
type DataTable = {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (Html | string)[])[];
};

export function dataTable({ caption, columns, rows }: DataTable): Html {
  const cell = (content: Html | string, place: number): Html => {
    const name = html`<span class="data-table__name" aria-hidden="true">${columns[place]} </span>`;
    return place === 0
      ? html`<th scope="row" role="rowheader">${content}</th>`
      : html`<td role="cell">${name}${content}</td>`;
  };
  return html`<table class="data-table" role="table" aria-label="${caption}">
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((column) => html`<th scope="col" role="columnheader">${column}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        (row) =>
          html`<tr role="row">
            ${row.map(cell)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}
