import { html, type Html } from './html.ts';
import { tableRow } from './table-row.ts';

/** A table of facts; the first cell of a row is its heading. */
type DataTable = {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (Html | string)[])[];
};

export function dataTable({ caption, columns, rows }: DataTable): Html {
  const named = columns.map((name) => ({ name }));
  return html`<table class="data-table table-cards" role="table" aria-label="${caption}">
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((column) => html`<th scope="col" role="columnheader">${column}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map((row) => tableRow(named, row))}
    </tbody>
  </table>`;
}
