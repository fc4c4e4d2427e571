import { chart, type ChartNumbers } from './chart.ts';
import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';

const WIDTH = 1000;

/** Amounts beside each other, several series of one name in one bar. Drawn by the server; its words stay text. */
export function barChart(reader: Reader, numbers: ChartNumbers): Html {
  const { say } = reader;
  const sums = numbers.points.map(({ values }) => values.reduce((sum, value) => sum + value, 0));
  const most = Math.max(...sums, 1);
  const bar = ({ name, values }: ChartNumbers['points'][number], sum: number): Html => {
    let start = 0;
    const pieces = values.map((value, place) => {
      const width = Math.round((value / most) * WIDTH);
      const piece = html`<rect
        data-series="${place + 1}"
        x="${start}"
        y="3"
        width="${width}"
        height="18"
        vector-effect="non-scaling-stroke"
      />`;
      start += width;
      return piece;
    });
    return html`<div class="bar">
      <span class="bar__name">${name}</span>
      <svg viewBox="0 0 ${WIDTH} 24" preserveAspectRatio="none">${pieces}</svg>
      <span class="bar__value">${say('part.number', { count: sum })}</span>
    </div>`;
  };
  const drawing = html`<div class="bars">${numbers.points.map((point, place) => bar(point, sums[place] ?? 0))}</div>`;
  return chart(reader, numbers, drawing);
}
