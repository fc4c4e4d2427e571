import { dataTable } from './data-table.ts';
import { disclosure } from './disclosure.ts';
import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';

/** Numbers to be drawn: for each name one value per series. */
export type ChartNumbers = {
  readonly title: string;
  /** Whether the title is only heard, because a heading above says the same. */
  readonly isTitleHidden?: boolean;
  /** What the names are, as "Month"; heads the table's first column. */
  readonly of: string;
  /** One to three; more cannot be told apart. */
  readonly series: readonly string[];
  readonly points: readonly { readonly name: string; readonly values: readonly number[] }[];
};

/** A table no longer than this stands open. */
const SHORT_TABLE = 6;

const LEGEND = html`<rect width="16" height="16" y="4" rx="2" />`;

function legend(series: readonly string[]): Html | string {
  if (series.length < 2) return '';
  return html`<ul class="chart__legend" aria-hidden="true">
    ${series.map(
      (name, place) => html`<li><svg viewBox="0 0 16 24" data-series="${place + 1}">${LEGEND}</svg>${name}</li>`,
    )}
  </ul>`;
}

/** A drawing under its title, with a table of the same numbers under it. */
export function chart(reader: Reader, numbers: ChartNumbers, drawing: Html): Html {
  const { say } = reader;
  const { title, isTitleHidden = false, of, series, points } = numbers;
  const rows = points.map(({ name, values }) => [name, ...values.map((count) => say('part.number', { count }))]);
  const table = dataTable({ caption: title, columns: [of, ...series], rows });
  return html`<figure class="chart">
    <figcaption class="${isTitleHidden ? 'visually-hidden' : 'chart__title'}">${title}</figcaption>
    ${legend(series)}
    <div class="chart__drawing" role="img" aria-label="${say('part.chart.label', { title })}">${drawing}</div>
    ${disclosure(say('part.chart.table'), table, points.length <= SHORT_TABLE)}
  </figure>`;
}
