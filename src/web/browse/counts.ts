import type { FoundLabels } from '../../app/label/search-labels.ts';
import { pathIn } from '../language.ts';
import { descriptionList } from '../parts/description-list.ts';
import { html, type Html } from '../parts/html.ts';
import { totalWords } from '../parts/label-list.ts';
import { queryLink, type Query } from '../parts/query-link.ts';
import { filterValue } from '../search/filter-words.ts';
import { FILTERS, type FilterName } from '../search/search-query.ts';
import type { View } from '../view.ts';

/** How many labels of a list there are in all and by value of some filters, each count with the way to those labels. */
export function countsOf(view: View, found: FoundLabels, by: readonly FilterName[], kept: Query): Html {
  const { say, language } = view;
  const { facets, total } = found;
  const many = total.isExact ? 'search.facet.count' : 'search.facet.count.more';
  const values = (name: FilterName): Html =>
    html`<ul class="counts">
      ${facets
        .filter(({ facet }) => facet === FILTERS[name])
        .map(
          ({ value, count }) =>
            html`<li>
              <a href="${queryLink(pathIn(language, '/search'), { ...kept, [name]: value })}"
                >${filterValue(view, name, value, facets)}</a
              >
              ${say(many, { count })}
            </li>`,
        )}
    </ul>`;
  return descriptionList([
    [say('browse.labels'), totalWords(view, total)],
    ...by.map((name) => [say(`browse.by.${name}`), values(name)] as const),
  ]);
}
