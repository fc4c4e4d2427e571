import type { FoundLabels } from '../../app/label/search-labels.ts';
import { pathIn } from '../language.ts';
import { html, type Html } from '../parts/html.ts';
import { queryFields } from '../parts/query-fields.ts';
import { queryLink } from '../parts/query-link.ts';
import { written } from '../parts/written.ts';
import type { View } from '../view.ts';
import { filterValue } from './filter-words.ts';
import { FILTERS, searchQuery, type FilterName, type SearchAsked } from './search-query.ts';

/** Values of one filter that are offered, the most frequent first. */
const MOST_VALUES = 8;

const NAMES = Object.keys(FILTERS) as FilterName[];

/** How long from today support must last, in years, to be worth asking for. */
const SUPPORT_YEARS = [1, 2, 3, 5] as const;

type Asked = { readonly view: View; readonly asked: SearchAsked; readonly found: FoundLabels };

function addressOf(view: View, asked: SearchAsked, change: Readonly<Record<string, string | undefined>>): string {
  return queryLink(pathIn(view.language, '/search'), searchQuery({ ...asked, page: 1 }), change);
}

function chosenValue({ chosen = {}, state }: SearchAsked, name: FilterName): string | undefined {
  const facet = FILTERS[name];
  return facet === 'state' ? state : chosen[facet];
}

/** What the results are narrowed down by now, each with the way to take it off. */
export function activeFilters({ view, asked, found }: Asked): Html {
  const { say } = view;
  const values = NAMES.flatMap((name) => {
    const value = chosenValue(asked, name);
    return value === undefined ? [] : [{ name, words: filterValue(view, name, value, found.facets) }];
  });
  const { supportedUntil } = asked;
  const active: readonly { readonly name: string; readonly words: string }[] = [
    ...values,
    ...(supportedUntil === undefined
      ? []
      : [{ name: 'supported', words: say('search.supported', { day: supportedUntil }) }]),
  ];
  if (active.length === 0) return html``;
  return html`<ul class="search-results__active" aria-label="${say('part.filter.active')}">
    ${active.map(
      ({ name, words }) =>
        html`<li>
          <a
            class="chip"
            href="${addressOf(view, asked, { [name]: undefined })}"
            aria-label="${say('part.filter.remove', { words })}"
            >${written(view, words)}<svg viewBox="0 0 12 12" aria-hidden="true"><path d="M2 2l8 8M10 2 2 10" /></svg
          ></a>
        </li>`,
    )}
  </ul>`;
}

function group(
  view: View,
  heading: string,
  links: readonly { readonly words: string; readonly count?: string; readonly href: string }[],
): Html {
  return html`<div class="search-filters__group">
    <h3>${heading}</h3>
    <ul>
      ${links.map(
        ({ words, count, href }) =>
          html`<li>
            <a href="${href}">${written(view, words)}</a>${count === undefined ? '' : html` <span>${count}</span>`}
          </li>`,
      )}
    </ul>
  </div>`;
}

function facetGroup({ view, asked, found }: Asked, name: FilterName): Html | undefined {
  const { say } = view;
  if (chosenValue(asked, name) !== undefined) return undefined;
  const values = found.facets.filter(({ facet }) => facet === FILTERS[name]);
  if (values.length === 0 || (values.length === 1 && values[0]?.count === found.total.count)) return undefined;
  const count = found.total.isExact ? 'search.facet.count' : 'search.facet.count.more';
  return group(
    view,
    say(name === 'maker' || name === 'evaluator' ? `label.${name}` : `search.filter.${name}`),
    values.slice(0, MOST_VALUES).map((value) => ({
      words: filterValue(view, name, value.value, found.facets),
      count: say(count, { count: value.count }),
      href: addressOf(view, asked, { [name]: value.value }),
    })),
  );
}

function supportGroup({ view, asked, found }: Asked): Html | undefined {
  const { say } = view;
  if (asked.supportedUntil !== undefined || found.total.count < 2) return undefined;
  return group(
    view,
    say('search.filter.supported'),
    SUPPORT_YEARS.map((years) => ({
      words: say('search.supported.years', { count: years }),
      href: addressOf(view, asked, { supported: found.on.add({ years }).toString() }),
    })),
  );
}

/** The day the register is looked at: any day since it began. Its heading is given, as it may stand alone. */
function dayField({ view, asked, found }: Asked, heading: Html): Html {
  const { say, language } = view;
  const kept = queryFields({ ...searchQuery({ ...asked, page: 1 }), asof: undefined });
  return html`<form class="search-filters__group" action="${pathIn(language, '/search')}">
    ${kept} ${heading}
    <p id="asof-help">${say('search.asof.help')}</p>
    <div class="search-box__row">
      <input
        class="search-box__input"
        data-kind="day"
        type="date"
        id="asof"
        name="asof"
        value="${found.on.toString()}"
        aria-describedby="asof-help"
      />
      <button class="search-box__button">${say('search.asof.submit')}</button>
    </div>
  </form>`;
}

/** The ways to narrow the results down, and to another day of the register; nothing to narrow down is not announced. */
export function searchFilters(asked: Asked): Html {
  const { say } = asked.view;
  const groups = [...NAMES.map((name) => facetGroup(asked, name)), supportGroup(asked)].filter(
    (each) => each !== undefined,
  );
  const day = html`<label for="asof">${say('search.asof.label')}</label>`;
  const parts =
    groups.length === 0
      ? dayField(asked, html`<h2 id="filters-heading">${day}</h2>`)
      : html`<h2 id="filters-heading">${say('search.filters')}</h2>
          ${groups} ${dayField(asked, html`<h3>${day}</h3>`)}`;
  return html`<section class="search-filters" id="filters" aria-labelledby="filters-heading">${parts}</section>`;
}
