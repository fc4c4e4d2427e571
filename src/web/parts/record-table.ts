import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';
import { tableRow } from './table-row.ts';

/** Which way a column is sorted. */
export type SortOrder = 'ascending' | 'descending';

/** A column of a table. */
export type RecordColumn = {
  readonly name: string;
  /** Numbers stand to the right, so that they can be compared. */
  readonly kind?: 'text' | 'number' | 'tight';
  /** Where the same list sorted by this column is, and how it is sorted by it now. */
  readonly sort?: { readonly href: string; readonly order?: SortOrder | undefined };
};

/** Many records, dense; the first cell names the record. */
type RecordTable = {
  readonly caption: string;
  /** Whether the caption is only heard, because a heading above says the same. */
  readonly isCaptionHidden?: boolean;
  readonly columns: readonly RecordColumn[];
  readonly rows: readonly (readonly (Html | string)[])[];
};

const SIGNS = {
  ascending: html`<path d="M6 2 11 10H1z" />`,
  descending: html`<path d="M6 10 1 2h10z" />`,
  none: html`<path d="M6 0l4 5H2zM6 12 2 7h8z" />`,
} as const;

function heading({ say }: Reader, { name, kind = 'text', sort }: RecordColumn): Html {
  if (sort === undefined) return html`<th scope="col" role="columnheader" data-kind="${kind}">${name}</th>`;
  const { href, order } = sort;
  const sorted = order === undefined ? '' : html`aria-sort="${order}"`;
  return html`<th scope="col" role="columnheader" data-kind="${kind}" data-sorted ${sorted}>
    <a class="record-table__sort" href="${href}"
      >${name}<span class="visually-hidden">${say('part.table.sort')}</span
      ><svg viewBox="0 0 12 12" aria-hidden="true">${SIGNS[order ?? 'none']}</svg></a
    >
  </th>`;
}

/**
 * A table for desks, sorted by following the links in its headings. Where it does not fit it scrolls by itself, from the
 * keyboard too; on a narrow screen its rows are cards.
 */
export function recordTable(reader: Reader, table: RecordTable): Html {
  const { caption, isCaptionHidden = false, columns, rows } = table;
  return html`<div class="record-table__scroll" role="region" aria-label="${caption}" tabindex="0">
    <table class="record-table table-cards" role="table">
      <caption ${isCaptionHidden ? html`class="visually-hidden"` : ''}>
        ${caption}
      </caption>
      <thead role="rowgroup">
        <tr role="row">
          ${columns.map((column) => heading(reader, column))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        ${rows.map((row) => tableRow(columns, row))}
      </tbody>
    </table>
  </div>`;
}
