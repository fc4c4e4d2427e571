import type { PublicState } from '../../app/label/public-state.ts';
import type { FoundLabels } from '../../app/label/search-labels.ts';
import type { View } from '../view.ts';
import { FILTERS, type FilterName } from './search-query.ts';

type Counted = FoundLabels['facets'][number];

type Named = { readonly id: string; readonly name: { readonly ja: string; readonly en: string } };

/** The scheme's lists whose names stand for a filter's values. */
const LISTS = {
  level: 'levels',
  type: 'productTypes',
  evaluator: 'evaluatorCategories',
  recognition: 'recognition',
} as const;

function makerName({ language }: View, found: Counted | undefined): string | undefined {
  return language === 'en' && found?.maker_en !== '' ? found?.maker_en : found?.maker;
}

/** A filter's value in words; makers as they typed their name, or as it is searched for when nothing was found of them. */
export function filterValue(view: View, name: FilterName, value: string, facets: readonly Counted[]): string {
  const { say, language, site } = view;
  if (name === 'personal') return say(value === 'yes' ? 'search.personal.yes' : 'search.personal.no');
  if (name === 'state') return say(`label.state.${value as PublicState}`);
  if (name === 'maker') {
    const isIt = ({ facet, value: key }: Counted): boolean => facet === FILTERS.maker && key === value;
    return makerName(view, facets.find(isIt)) ?? value;
  }
  const things: readonly Named[] = site.scheme[LISTS[name]];
  return things.find(({ id }) => id === value)?.name[language] ?? value;
}
