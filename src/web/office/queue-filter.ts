import type { QueueWish } from '../../app/case/list-queue.ts';
import { tickBox } from '../parts/choice-list.ts';
import { button } from '../parts/button.ts';
import { filterBar, type FilterBar } from '../parts/filter-bar.ts';
import { html, type Html } from '../parts/html.ts';
import { queryLink } from '../parts/query-link.ts';
import { selectField } from '../parts/select-field.ts';
import { textField } from '../parts/text-field.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { officePath } from './office-places.ts';
import { queueQuery, SHOWS } from './queue-query.ts';

function showWords({ say }: WorkspaceView, show: QueueWish['show']): string {
  if (show === 'operator' || show === 'applicant' || show === 'open' || show === 'ended') {
    return say(`office.show.${show}`);
  }
  return say(`case.state.${show}`);
}

function fields(view: WorkspaceView, wish: QueueWish): readonly Html[] {
  const { language, say, site } = view;
  const named = (
    things: readonly { readonly id: string; readonly name: { readonly ja: string; readonly en: string } }[],
  ) => things.map(({ id, name }) => ({ value: id, words: name[language] }));
  const any = say('office.any');
  return [
    selectField(view, {
      name: 'show',
      label: say('office.column.state'),
      choices: SHOWS.map((show) => ({ value: show, words: showWords(view, show) })),
      chosen: wish.show,
    }),
    selectField(view, {
      name: 'level',
      label: say('office.column.level'),
      choices: named(site.scheme.levels),
      chosen: wish.level,
      blank: any,
    }),
    selectField(view, {
      name: 'type',
      label: say('office.column.type'),
      choices: named(site.scheme.productTypes),
      chosen: wish.productType,
      blank: any,
    }),
    selectField(view, {
      name: 'assigned',
      label: say('office.column.assignee'),
      choices: (['me', 'nobody'] as const).map((value) => ({ value, words: say(`office.assigned.${value}`) })),
      chosen: wish.assigned,
      blank: any,
    }),
    tickBox({ name: 'overdue', words: say('office.overdue-only'), isTicked: wish.isOverdue }),
  ];
}

function active(view: WorkspaceView, wish: QueueWish): FilterBar['active'] {
  const { language, say, site } = view;
  const without = (change: Partial<QueueWish>): string =>
    queryLink(officePath(language), queueQuery({ ...wish, page: 1, ...change }));
  const { levels, productTypes } = site.scheme;
  const nameOf = (things: typeof levels | typeof productTypes, id: string): string =>
    things.find((thing) => thing.id === id)?.name[language] ?? id;
  const { show, level, productType, assigned, isOverdue } = wish;
  return [
    ...(show === 'operator' ? [] : [{ words: showWords(view, show), without: without({ show: 'operator' }) }]),
    ...(level === undefined ? [] : [{ words: nameOf(levels, level), without: without({ level: undefined }) }]),
    ...(productType === undefined
      ? []
      : [{ words: nameOf(productTypes, productType), without: without({ productType: undefined }) }]),
    ...(assigned === undefined
      ? []
      : [{ words: say(`office.assigned.${assigned}`), without: without({ assigned: undefined }) }]),
    ...(isOverdue ? [{ words: say('office.overdue-only'), without: without({ isOverdue: false }) }] : []),
  ];
}

/** Finds one case by any of its numbers. */
function goTo(view: WorkspaceView): Html {
  const { language, say } = view;
  return html`<form
    class="filter-bar"
    action="${officePath(language, '/find')}"
    role="search"
    aria-label="${say('office.find')}"
  >
    <div class="filter-bar__fields">
      ${textField(view, { name: 'number', label: say('office.find.number'), kind: 'search', width: 'middle' })}
      ${button({ words: say('office.find.go'), weight: 'secondary', isSmall: true })}
    </div>
  </form>`;
}

/** What narrows the queue down, and the way to one case by its number. */
export function queueFilter(view: WorkspaceView, wish: QueueWish): Html {
  const { language, say } = view;
  const { sort, turned } = queueQuery(wish);
  const bar = filterBar(view, {
    action: officePath(language),
    label: say('office.filter'),
    fields: fields(view, wish),
    kept: { sort, turned },
    active: active(view, wish),
    clear: officePath(language),
  });
  return html`${goTo(view)}${bar}`;
}
