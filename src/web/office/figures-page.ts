import type { Figures } from '../../app/case/read-figures.ts';
import { barChart } from '../parts/bar-chart.ts';
import { emptyState } from '../parts/empty-state.ts';
import { html, type Html } from '../parts/html.ts';
import { lineChart } from '../parts/line-chart.ts';
import { section } from '../parts/section.ts';
import { workspacePage } from '../parts/workspace-page.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';

/** Days as people read them: one digit behind the point is more than anybody needs. */
const inDays = (days: number): number => Math.round(days * 10) / 10;

function stays(view: WorkspaceView, { stays: measured }: Figures): Html {
  const { say } = view;
  if (measured.length === 0) return emptyState(say('office.figures.none'), say('office.figures.none.text'));
  return barChart(view, {
    title: say('office.figures.stays.title'),
    of: say('office.column.state'),
    series: [say('office.figures.median'), say('office.figures.ninth')],
    points: measured.map(({ state, median, ninth }) => ({
      name: say(`case.state.${state}`),
      // the bar is as long as nine of ten cases took; its first part is what half of them took
      values: [inDays(median), inDays(ninth - median)],
    })),
  });
}

function kinds(view: WorkspaceView, title: string, of: string, counted: Figures['levels']): Html {
  const { language, say, site } = view;
  const { levels, productTypes } = site.scheme;
  const nameOf = (id: string): string =>
    [...levels, ...productTypes].find((thing) => thing.id === id)?.name[language] ?? say('office.none');
  if (counted.length === 0) return emptyState(say('office.figures.none'), say('office.figures.none.text'));
  const points = counted.map(({ name, count }) => ({ name: nameOf(name), values: [count] }));
  return barChart(view, { title, isTitleHidden: true, of, series: [say('office.figures.cases')], points });
}

function underWay(view: WorkspaceView, { states }: Figures): Html {
  const { say } = view;
  if (states.length === 0) return emptyState(say('office.figures.none'), say('office.figures.none.text'));
  return barChart(view, {
    title: say('office.figures.states.title'),
    of: say('office.column.state'),
    series: [say('office.figures.in-time'), say('office.figures.overdue')],
    points: states.map(({ state, count, overdue }) => ({
      name: say(`case.state.${state}`),
      values: [count - overdue, overdue],
    })),
  });
}

/** What comes in, what is under way, how long it takes, and what is overdue; each drawing with its numbers. */
export function figuresPage(view: WorkspaceView, figures: Figures): Html {
  const { say } = view;
  const title = say('office.figures');
  const inflow = lineChart(view, {
    title: say('office.figures.inflow.title'),
    of: say('office.figures.month'),
    series: [say('office.figures.filed'), say('office.figures.granted')],
    points: figures.months.map(({ month, filed, granted }) => ({ name: month, values: [filed, granted] })),
  });
  const [level, type] = [say('office.column.level'), say('office.column.type')];
  return workspacePage(
    view,
    { title },
    html`<h1>${title}</h1>
      <p class="page__lead">${say('office.figures.since', { day: figures.since })}</p>
      ${section('inflow', say('office.figures.inflow'), inflow)}
      ${section('states', say('office.figures.states'), underWay(view, figures))}
      ${section('stays', say('office.figures.stays'), stays(view, figures))}
      ${section('levels', say('office.figures.levels'), kinds(view, say('office.figures.levels'), level, figures.levels))}
      ${section('types', say('office.figures.types'), kinds(view, say('office.figures.types'), type, figures.types))}`,
  );
}
