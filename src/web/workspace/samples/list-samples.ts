import { breadcrumb } from '../../parts/breadcrumb.ts';
import { buttonLink } from '../../parts/button.ts';
import { emptyState } from '../../parts/empty-state.ts';
import { filterBar } from '../../parts/filter-bar.ts';
import { html, type Html } from '../../parts/html.ts';
import { menu } from '../../parts/menu.ts';
import { pagination } from '../../parts/pagination.ts';
import { queryLink } from '../../parts/query-link.ts';
import { recordTable, type RecordColumn, type SortOrder } from '../../parts/record-table.ts';
import { selectField } from '../../parts/select-field.ts';
import { caseStateTag } from '../../parts/status-tag.ts';
import { tabs, type Place } from '../../parts/tabs.ts';
import { textField } from '../../parts/text-field.ts';
import type { View } from '../../view.ts';

const RECORDS = [
  { number: 'A-26-00007-K', maker: 'Minato Works', state: 'submitted', due: '2026-12-07', days: 3 },
  { number: 'A-26-00012-E', maker: 'Kamome Denki', state: 'returned', due: '2026-12-01', days: 21 },
  { number: 'A-26-00015-P', maker: 'Northern Light Devices GmbH', state: 'accepted', due: '2026-11-30', days: 9 },
  { number: 'A-26-00021-T', maker: 'Sakura Home', state: 'awaiting_decision', due: '2026-11-24', days: 148 },
] as const;

function path({ language }: View): string {
  return language === 'en' ? '/en/workspace/parts' : '/workspace/parts';
}

function sampleFilters(view: View, order: SortOrder): Html {
  const { say } = view;
  const states = (['submitted', 'returned'] as const).map((value) => ({ value, words: say(`case.state.${value}`) }));
  return filterBar(view, {
    action: path(view),
    label: say('sample.filter.label'),
    fields: [
      textField(view, { name: 'q', id: 'filter-words', label: say('sample.filter.words'), kind: 'search' }),
      selectField(view, {
        name: 'state',
        id: 'filter-state',
        label: say('sample.table.state'),
        blank: say('sample.filter.any'),
        choices: states,
        chosen: 'submitted',
      }),
    ],
    kept: { order },
    active: [{ words: say('case.state.submitted'), without: '#tables' }],
    clear: '#tables',
  });
}

/** A table sorted as its address says, with its filters and pages. */
export function tableSamples(view: View, order: SortOrder): Html {
  const { say } = view;
  const query = { state: 'open' };
  const sorting = { order: order === 'ascending' ? 'descending' : 'ascending' };
  const sort: RecordColumn['sort'] = { href: `${queryLink(path(view), query, sorting)}#tables`, order };
  const rows = [...RECORDS]
    .sort((first, second) => (order === 'ascending' ? first.days - second.days : second.days - first.days))
    .map(({ number, maker, state, due, days }) => [
      html`<a href="#tables">${number}</a>`,
      html`<bdi>${maker}</bdi>`,
      caseStateTag(view, state),
      due,
      say('part.number', { count: days }),
    ]);
  const columns: readonly RecordColumn[] = [
    { name: say('sample.table.number') },
    { name: say('sample.field.maker') },
    { name: say('sample.table.state') },
    { name: say('sample.table.due'), kind: 'tight', sort: { href: '#tables' } },
    { name: say('sample.table.days'), kind: 'number', sort },
  ];
  const pages = { current: 3, last: 25, hasNext: true, from: 101, to: 150, hrefOf: () => '#tables' };
  return html`${sampleFilters(view, order)}
  ${recordTable(view, { caption: say('sample.table.caption'), columns, rows })}
  ${pagination(view, { ...pages, total: { count: 1234, isExact: true } })}
  ${pagination(view, {
    ...pages,
    current: 1,
    last: 'unknown',
    from: 1,
    to: 50,
    total: { count: 1000, isExact: false },
    label: say('sample.page.more'),
  })}`;
}

/** The ways through the workspace: menus, tabs, the way back. */
export function placeSamples(view: View): Html {
  const { say } = view;
  const place = (name: 'home' | 'cases' | 'products' | 'people' | 'history', more: Partial<Place> = {}): Place => ({
    words: say(`sample.place.${name}`),
    href: '#places',
    ...more,
  });
  const places = [place('home'), place('cases', { isCurrent: true, count: 12 }), place('products'), place('people')];
  return html`${breadcrumb(view, [place('home'), place('cases')], 'A-26-00007-K')}
  ${menu(view, say('sample.place.menu'), places)} ${menu(view, say('sample.place.side'), places, 'down')}
  ${tabs(view, say('sample.place.tabs'), [place('cases', { isCurrent: true }), place('history', { count: 8 })])}
  ${emptyState(
    say('sample.empty.words'),
    say('sample.empty.text'),
    buttonLink({ words: say('sample.empty.action'), href: '#places', weight: 'primary' }),
  )}`;
}
