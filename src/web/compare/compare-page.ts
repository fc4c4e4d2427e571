import { MOST_COMPARED, type ComparedLabels } from '../../app/label/compare-labels.ts';
import { namesIn } from '../../app/label/names-in.ts';
import type { ShownLabel } from '../../app/label/find-label.ts';
import { pathIn } from '../language.ts';
import { dataTable } from '../parts/data-table.ts';
import { html, type Html } from '../parts/html.ts';
import { notification } from '../parts/notification.ts';
import { page } from '../parts/page.ts';
import { written } from '../parts/written.ts';
import type { View } from '../view.ts';
import { comparedFacts } from './compared-facts.ts';

/** What is compared, or how many were named where they were too many. */
type Compared = ComparedLabels | { readonly named: number };

function comparePath({ language }: View, numbers: readonly string[]): string {
  const query = new URLSearchParams(numbers.map((number) => ['number', number])).toString();
  return `${pathIn(language, '/compare')}${query === '' ? '' : `?${query}`}`;
}

/** A field for one more product; those that are compared already go along unseen. */
function oneMore({ say, language }: View, numbers: readonly string[]): Html {
  if (numbers.length >= MOST_COMPARED) return html`<p>${say('compare.full', { count: MOST_COMPARED })}</p>`;
  return html`<form class="search-box" action="${pathIn(language, '/compare')}">
    ${numbers.map((number) => html`<input type="hidden" name="number" value="${number}" />`)}
    <label class="search-box__label" for="number">${say('compare.add')}</label>
    <p id="number-help">${say('compare.add.help', { count: MOST_COMPARED })}</p>
    <div class="search-box__row">
      <input
        class="search-box__input"
        id="number"
        name="number"
        maxlength="100"
        autocomplete="off"
        autocapitalize="none"
        spellcheck="false"
        aria-describedby="number-help"
      />
      <button class="search-box__button">${say('compare.add.act')}</button>
    </div>
  </form>`;
}

function links(view: View, labels: readonly ShownLabel[]): readonly Html[] {
  const numbers = labels.map(({ record }) => record.number);
  return labels.map((label) => {
    const { record } = label;
    const rest = comparePath(
      view,
      numbers.filter((number) => number !== record.number),
    );
    const out = view.say('compare.remove', { number: record.number });
    const { product } = namesIn(view.language, label);
    return html`<a href="${pathIn(view.language, `/labels/${record.number}`)}">${written(view, product)}</a><br /><a
        href="${rest}"
        aria-label="${out}"
        >${view.say('compare.remove.short')}</a
      >`;
  });
}

function table(view: View, labels: readonly ShownLabel[]): Html {
  const { say } = view;
  const none = html`<span class="page__note">${say('compare.none')}</span>`;
  const facts = comparedFacts(view, labels).map(({ name, values }) => {
    const differs = new Set(values).size > 1;
    const mark = html`<span class="difference" data-differs="${String(differs)}"
      >${say(differs ? 'compare.differs' : 'compare.same')}</span
    >`;
    return [
      name,
      ...(labels.length > 1 ? [mark] : []),
      ...values.map((value) => (value === '' ? none : written(view, value))),
    ];
  });
  const products = [say('label.product'), ...(labels.length > 1 ? [''] : []), ...links(view, labels)];
  const columns = [
    say('compare.fact'),
    ...(labels.length > 1 ? [say('compare.difference')] : []),
    ...labels.map(({ record }) => record.number),
  ];
  return html`<div class="compare__scroll" role="region" aria-label="${say('compare.title')}" tabindex="0">
    ${dataTable({ caption: say('compare.title'), columns, rows: [products, ...facts] })}
  </div>`;
}

function body(view: View, compared: Compared): Html {
  const { say } = view;
  if ('named' in compared) {
    const { named } = compared;
    return notification(
      'error',
      say('compare.too-many', { named }),
      say('compare.too-many.text', { count: MOST_COMPARED }),
    );
  }
  const { labels, unknown } = compared;
  const numbers = labels.map(({ record }) => record.number);
  const missing =
    unknown.length === 0
      ? ''
      : notification(
          'error',
          say('compare.unknown'),
          html`<bdi>${say.list(unknown)}</bdi>: ${say('compare.unknown.text')}`,
        );
  return html`${missing} ${labels.length === 0 ? html`<p>${say('compare.empty')}</p>` : table(view, labels)}
  ${oneMore(view, numbers)}`;
}

/** Products side by side: each fact in a row, with the word that says whether they differ in it. */
export function comparePage(view: View, compared: Compared): Html {
  const { say, language } = view;
  const main = html`<h1>${say('compare.title')}</h1>
    ${body(view, compared)}
    <p><a href="${pathIn(language, '/search')}">${say('compare.choose-in-search')}</a></p>`;
  return page(view, { title: say('compare.title'), isPassing: true }, main);
}
