import { chart, type ChartNumbers } from './chart.ts';
import { html, type Html } from './html.ts';
import type { Reader } from './reader.ts';

const WIDTH = 1000;
const HEIGHT = 300;

/** The top of a scale that holds a value: an even number that people count in. */
export function scaleTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(Math.max(most, 1)));
  const tops = [1, 2, 4, 6, 8, 10].map((step) => step * power);
  return tops.find((top) => top >= most && top % 2 === 0) ?? 10 * power;
}

/** Line `place` of a chart as a path, and its points as dots that keep their shape however the drawing is stretched. */
function line({ points }: ChartNumbers, place: number, top: number, isArea: boolean): Html {
  const band = WIDTH / points.length;
  const spots = points.map(({ values }, at) => {
    const y = HEIGHT - ((values[place] ?? 0) / top) * HEIGHT;
    return `${Math.round((at + 0.5) * band)} ${Math.round(y)}`;
  });
  const path = `M${spots.join('L')}`;
  return html`<g data-series="${place + 1}">
    ${isArea ? html`<path class="line__area" d="${path}V${HEIGHT}H${Math.round(band / 2)}z" />` : ''}
    <path class="line__path" d="${path}" vector-effect="non-scaling-stroke" />
    <path class="line__dots" d="${spots.map((spot) => `M${spot}h0`).join('')}" vector-effect="non-scaling-stroke" />
  </g>`;
}

/** More names than this do not fit beside each other on a wide screen, or on a narrow one. */
const FIT = { wide: 12, narrow: 4 } as const;

/** Each name under its point; where there is no room for all, only every second, third … is seen. */
function names(points: ChartNumbers['points']): Html {
  const every = Math.ceil(points.length / FIT.narrow);
  return html`<div class="line__names" ${points.length <= FIT.wide ? html`data-fits` : ''}>
    ${points.map(
      ({ name }, place) => html`<span class="line__name" ${place % every === 0 ? '' : html`data-minor`}>${name}</span>`,
    )}
  </div>`;
}

/** Amounts over time, a line for each series; one series may be filled as an area. Drawn by the server. */
export function lineChart(reader: Reader, numbers: ChartNumbers, shape: 'line' | 'area' = 'line'): Html {
  const { points, series } = numbers;
  const top = scaleTop(Math.max(...points.flatMap(({ values }) => values), 0));
  const drawing = html`<div class="line">
    <div class="line__scale">
      ${[top, top / 2, 0].map((count) => html`<span>${reader.say('part.number', { count })}</span>`)}
    </div>
    <svg class="line__plot" viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none">
      <path class="line__grid" d="M0 0H1000M0 150H1000M0 300H1000" vector-effect="non-scaling-stroke" />
      ${series.map((_name, place) => line(numbers, place, top, shape === 'area' && series.length === 1))}
    </svg>
    ${names(points)}
  </div>`;
  return chart(reader, numbers, drawing);
}
