import { chart, type ChartNumbers } from './chart.ts';
import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';

const WIDTH = 1000;
const HEIGHT = 300;

/** The top of a scale that holds a value: an even number that people count in. */
export function scaleTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 1)));
  return ([2, 4, 6, 8, 10].find((step) => step * power >= most) ?? 10) * power;
}

/** Line `place` of a chart as a path, and its points as dots that keep their shape however the drawing is stretched. */
function line({ points }: ChartNumbers, place: number, top: number, isArea: boolean): Html {
  const step = WIDTH / Math.max(points.length - 1, 1);
  const spots = points.map(({ values }, at) => {
    const y = HEIGHT - ((values[place] ?? 0) / top) * HEIGHT;
    return `${Math.round(at * step)} ${Math.round(y)}`;
  });
  const path = `M${spots.join('L')}`;
  return html`<g data-series="${place + 1}">
    ${isArea ? html`<path class="line__area" d="${path}V${HEIGHT}H0z" />` : ''}
    <path class="line__path" d="${path}" vector-effect="non-scaling-stroke" />
    <path class="line__dots" d="${spots.map((spot) => `M${spot}h0`).join('')}" vector-effect="non-scaling-stroke" />
  </g>`;
}

/** Amounts over time, a line for each series; one series may be filled as an area. Drawn by the server. */
export function lineChart(reader: Reader, numbers: ChartNumbers, shape: 'line' | 'area' = 'line'): Html {
  const { points, series } = numbers;
  const top = scaleTop(Math.max(...points.flatMap(({ values }) => values), 0));
  const middle = points[Math.floor((points.length - 1) / 2)];
  const names = points.length > 2 ? [points[0], middle, points.at(-1)] : points;
  const drawing = html`<div class="line">
    <div class="line__scale">
      ${[top, top / 2, 0].map((count) => html`<span>${reader.say('part.number', { count })}</span>`)}
    </div>
    <svg class="line__plot" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none">
      <path class="line__grid" d="M0 0H1000M0 150H1000M0 300H1000" vector-effect="non-scaling-stroke" />
      ${series.map((_name, place) => line(numbers, place, top, shape === 'area' && series.length === 1))}
    </svg>
    <div class="line__names">${names.map((point) => html`<span>${point?.name ?? ''}</span>`)}</div>
  </div>`;
  return chart(reader, numbers, drawing);
}
