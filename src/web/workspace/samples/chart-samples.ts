import { barChart } from '../../parts/bar-chart.ts';
import { countCards } from '../../parts/count-cards.ts';
import { html, type Html } from '../../parts/html.ts';
import { lineChart } from '../../parts/line-chart.ts';
import type { View } from '../../view.ts';

const STATES = [
  ['draft', 182],
  ['submitted', 64],
  ['returned', 23],
  ['accepted', 0],
  ['awaiting_decision', 7],
] as const;

const MONTHS = [
  [4, 12, 3],
  [5, 31, 14],
  [6, 28, 22],
  [7, 47, 30],
  [8, 40, 35],
  [9, 66, 41],
  [10, 71, 58],
  [11, 64, 60],
] as const;

/** Counts, bars of one and of several series, lines, an area; each with its numbers as a table. */
export function chartSamples(view: View): Html {
  const { say } = view;
  const month = (number: number): string => say('sample.chart.months', { month: number });
  const types = (['gateway', 'camera', 'lock'] as const).map((type) => say(`sample.field.type.${type}`));
  const cards = countCards(view, [
    { words: say('sample.count.open'), count: 64, href: '#charts' },
    {
      words: say('sample.count.overdue'),
      count: 2,
      href: '#charts',
      isUrgent: true,
      note: say('sample.count.overdue.note'),
    },
    { words: say('sample.count.granted'), count: 1234 },
  ]);
  return html`${cards}
  ${barChart(view, {
    title: say('sample.chart.states'),
    of: say('sample.table.state'),
    series: [say('sample.place.cases')],
    points: STATES.map(([state, count]) => ({ name: say(`case.state.${state}`), values: [count] })),
  })}
  ${barChart(view, {
    title: say('sample.chart.levels'),
    of: say('sample.field.type'),
    series: [1, 2, 3].map((stars) => say('sample.chart.level', { stars })),
    points: types.map((name, place) => ({ name, values: [90 - place * 31, 22 + place * 6, 9 + place] })),
  })}
  ${lineChart(view, {
    title: say('sample.chart.inflow'),
    of: say('sample.chart.month'),
    series: [say('sample.chart.received'), say('case.state.granted')],
    points: MONTHS.map(([number, received, granted]) => ({ name: month(number), values: [received, granted] })),
  })}
  ${lineChart(
    view,
    {
      title: say('sample.chart.queue'),
      of: say('sample.chart.month'),
      series: [say('sample.count.open')],
      points: MONTHS.map(([number, received, granted]) => ({ name: month(number), values: [received - granted] })),
    },
    'area',
  )}`;
}
