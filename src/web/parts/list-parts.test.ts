import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { message } from '../../i18n/message.ts';
import { barChart } from './bar-chart.ts';
import { comparison, changeOf } from './comparison.ts';
import { caseSteps } from './case-steps.ts';
import { filterBar } from './filter-bar.ts';
import { historyList } from './history-list.ts';
import { html } from './html.ts';
import { lineChart, scaleTop } from './line-chart.ts';
import { offeredPages, pagination } from './pagination.ts';
import { progressBar, refreshWithoutScript } from './progress-bar.ts';
import type { Reader } from './reader.ts';
import { taskList } from './task-list.ts';
import { textPieces } from './text-pieces.ts';

const english = { language: 'en', say: (...given: [never]) => message('en', ...given) } as unknown as Reader;

async function flat(part: unknown): Promise<string> {
  return String(await part).replace(/\s+/g, ' ');
}

test('of many pages the first, the last and those around the current one are offered', () => {
  equal(offeredPages(1, 1), [1]);
  equal(offeredPages(1, 25), [1, 2, 25]);
  equal(offeredPages(13, 25), [1, 12, 13, 14, 25]);
  equal(offeredPages(25, 25), [1, 24, 25]);
});

test('a list says which part of it is shown, and whether the count is exact', async () => {
  const shown = {
    current: 2,
    last: 'unknown',
    hasNext: true,
    from: 51,
    to: 100,
    hrefOf: (page: number) => `?page=${page}`,
  } as const;
  const open = await flat(pagination(english, { ...shown, total: { count: 1000, isExact: false } }));
  assert.match(open, /51–100 of at least 1,000/);
  equal(
    Array.from(open.matchAll(/href="([^"]+)"/g), ([, href]) => href),
    ['?page=1', '?page=2', '?page=3'],
  );
  const whole = await flat(
    pagination(english, {
      ...shown,
      current: 1,
      last: 1,
      hasNext: false,
      from: 1,
      to: 3,
      total: { count: 3, isExact: true },
    }),
  );
  assert.match(whole, />1–3 of 3</);
  assert.doesNotMatch(whole, /<nav/);
});

test('what narrows a list down can be taken away one by one, and its order is kept', async () => {
  const active = [{ words: 'Overdue', without: '/cases?sort=due' }];
  const bar = await flat(
    filterBar(english, {
      action: '/cases',
      label: 'F',
      fields: [html`x`],
      kept: { sort: 'due', page: undefined },
      active,
      clear: '/cases',
    }),
  );
  assert.match(bar, /<input type="hidden" name="sort" value="due"/);
  assert.doesNotMatch(bar, /name="page"/);
  assert.match(bar, /href="\/cases\?sort=due" aria-label="Remove filter: Overdue"/);
});

test('the scale of a chart holds every value and is counted in even steps', () => {
  equal([0, 1, 2, 3, 7, 9, 10, 11, 99, 101, 4500].map(scaleTop), [2, 2, 2, 4, 8, 10, 10, 20, 100, 200, 6000]);
});

test('a bar is as long as its number, and the table under the chart has the same numbers', async () => {
  const points = [
    { name: 'a', values: [30, 20] },
    { name: 'b', values: [25, 0] },
  ];
  const drawn = await flat(barChart(english, { title: 'T', of: 'X', series: ['one', 'two'], points }));
  const bars = Array.from(drawn.matchAll(/<rect data-series="(\d)" x="(\d+)" y="3" width="(\d+)"/g), ([, ...bar]) =>
    bar.map(Number),
  );
  equal(bars, [
    [1, 0, 600],
    [2, 600, 400],
    [1, 0, 500],
    [2, 500, 0],
  ]);
  for (const number of ['30', '20', '25', '0']) assert.match(drawn, new RegExp(`</span>${number}</td>`));
});

test('a line goes through its points, also when there is one or none', async () => {
  const chart = (values: readonly number[]) =>
    flat(
      lineChart(english, {
        title: 'T',
        of: 'X',
        series: ['one'],
        points: values.map((value) => ({ name: 'p', values: [value] })),
      }),
    );
  assert.match(await chart([0, 10]), /class="line__path" d="M250 300L750 0"/);
  assert.match(await chart([2]), /class="line__path" d="M500 0"/);
  assert.doesNotMatch(await chart([]), /NaN|Infinity/);
});

test('a text change is shown by words: what stayed, what went, what came', () => {
  const told = (before: string, after: string): string =>
    textPieces(before, after)
      .map(({ kind, text }) => ({ kept: text, removed: `-${text}-`, added: `+${text}+` })[kind])
      .join('');
  assert.equal(told('It shows states.', 'It shows and controls states.'), 'It shows +and controls +states.');
  assert.equal(told('', 'new'), '+new+');
  assert.equal(told('old', ''), '-old-');
  assert.equal(told('same', 'same'), 'same');
  const [before, after] = ['証拠を保管する。', '証拠を2年保管した。'];
  const pieces = textPieces(before, after);
  const side = (kind: 'removed' | 'added'): string =>
    pieces
      .filter((piece) => piece.kind === 'kept' || piece.kind === kind)
      .map(({ text }) => text)
      .join('');
  equal([side('removed'), side('added')], [before, after]);
});

test('two long texts without anything in common are compared in no time', () => {
  const text = (word: string): string => Array.from({ length: 20_000 }, (_, place) => `${word}${place}`).join(' ');
  const start = performance.now();
  equal(
    textPieces(text('a'), text('b')).map(({ kind }) => kind),
    ['removed', 'added'],
  );
  assert.ok(performance.now() - start < 2000);
});

test('facts side by side say in a word how each changed', async () => {
  const facts = [{ before: 'x', after: 'x' }, { after: 'x' }, { before: 'x' }, { before: 'x', after: 'y' }, {}];
  equal(
    facts.map((fact) => changeOf({ name: 'n', ...fact })),
    ['same', 'added', 'removed', 'changed', 'same'],
  );
  const shown = await flat(comparison(english, 'C', { before: 'Then', after: 'Now' }, [{ name: 'n', after: '<b>' }]));
  assert.match(shown, /\+ Added/);
  assert.match(shown, /&lt;b&gt;/);
  assert.match(shown, /Not given/);
});

test('a task that does not apply is not counted, and one that cannot start is no link and says why', async () => {
  const tasks = [
    { id: 'a', name: 'A', status: 'done', href: '/a' },
    { id: 'b', name: 'B', status: 'not_needed', href: '/b' },
    { id: 'c', name: 'C', status: 'cannot_start', note: 'First A.' },
  ] as const;
  const list = await flat(taskList(english, [{ heading: 'H', tasks }]));
  assert.match(list, /1 of 2 done/);
  assert.match(list, /href="\/a" aria-describedby="a-status"/);
  assert.doesNotMatch(list, /<a[^>]*>C</);
  assert.match(list, /id="c-note">First A\./);
});

test('steps mark where a case stands, history who did what for whom', async () => {
  const steps = await flat(
    caseSteps(english, [
      { name: 'A', state: 'done' },
      { name: 'B', state: 'current' },
    ]),
  );
  assert.match(steps, /aria-current="step"> <span class="case-step__name" >B<span class="visually-hidden"> \(now\)/);
  assert.equal(steps.match(/aria-current/g)?.length, 1);
  const at = { words: '22 Nov', iso: '2026-11-22T10:00:00+09:00' };
  const told = await flat(
    historyList(english, [{ at, what: 'saved', who: '佐藤', onBehalfOf: 'Minato', isForStaff: true }]),
  );
  assert.match(told, /<time datetime="2026-11-22T10:00:00\+09:00">22 Nov</);
  assert.match(told, /<bdi lang="ja">佐藤<\/bdi>/);
  assert.match(told, /\(on behalf of Minato\)/);
  assert.match(told, /Staff only/);
});

test('progress is told in words, and without script the page is loaded again', async () => {
  const known = await flat(progressBar(english, { id: 'p', name: 'N', done: 5, of: 1200 }));
  assert.match(known, /max="1200" value="5"/);
  assert.match(known, /5 of 1,200 done/);
  const open = await flat(progressBar(english, { id: 'p', name: 'N', done: 5 }));
  assert.doesNotMatch(open, /value=/);
  assert.equal(await flat(refreshWithoutScript(5)), '<noscript><meta http-equiv="refresh" content="5" /></noscript>');
});
