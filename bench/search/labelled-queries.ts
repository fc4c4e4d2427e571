import { MOST_COUNTED, searchLabels, type FoundLabels } from '../../src/app/label/search-labels.ts';
import type { Deps } from '../../src/app/ports.ts';
import type { MadeLabel } from '../../testing/builders/made-labels.ts';
import { seededChance, type SeededChance } from '../../testing/seeded-chance.ts';

/** A search made from a label, which therefore must be among what it finds. */
export type LabelledQuery = {
  readonly kind: string;
  readonly text: string;
  readonly type?: string;
  readonly number: string;
};

function partOf(text: string, length: number, chance: SeededChance): string {
  const characters = Array.from(text);
  const from = chance.below(Math.max(characters.length - length + 1, 1));
  return characters.slice(from, from + length).join('');
}

const fullWidth = (text: string): string =>
  text.replace(/[!-~]/g, (character) => String.fromCharCode(character.charCodeAt(0) + 0xfee0));

const hiragana = (text: string): string =>
  text.replace(/[\u30a1-\u30f6]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));

type Maker = (label: MadeLabel, chance: SeededChance) => Omit<LabelledQuery, 'kind' | 'number'>;

const modelOf = ({ models }: MadeLabel): string => models[0] ?? '';

/** What people type, by kind; each is made from what is printed on one label's box. */
const KINDS: Readonly<Record<string, Maker>> = {
  'one character': ({ product }, chance) => ({ text: partOf(product.split(' ')[0] ?? '', 1, chance) }),
  'two characters': ({ description }, chance) => ({ text: partOf(description.replace(/[・。]/g, ''), 2, chance) }),
  'product word': ({ product }) => ({ text: product.split(' ')[0] ?? '' }),
  maker: ({ maker }) => ({ text: maker }),
  'maker and product': ({ maker, product }) => ({ text: `${maker.replace(/株式会社|㈱/, '')} ${product}` }),
  'part of a model': (label, chance) => ({ text: partOf(modelOf(label).replace('-', ''), 5, chance) }),
  'model, other width': (label) => ({ text: fullWidth(modelOf(label)) }),
  'model without hyphen': (label) => ({ text: modelOf(label).replace('-', '').toLowerCase() }),
  'product in hiragana': ({ product }) => ({ text: hiragana(product) }),
  'word and filter': ({ description, type }, chance) => ({ text: partOf(description, 3, chance), type }),
};

/** Searches of every kind in turn, each with the label that must be found. */
export function labelledQueries(labels: readonly MadeLabel[], count: number): readonly LabelledQuery[] {
  const chance = seededChance(7);
  const kinds = Object.entries(KINDS);
  return Array.from({ length: count }, (_, place) => {
    const [kind, make] = kinds[place % kinds.length] as (typeof kinds)[number];
    const label = chance.oneOf(labels);
    return { kind, number: label.number, ...make(label, chance) };
  });
}

/** What the program finds for a query. */
export function askFor(
  deps: Deps,
  { text, type }: LabelledQuery,
  page: { readonly limit: number; readonly offset: number },
): Promise<FoundLabels> {
  return searchLabels(deps, { text, ...page, ...(type === undefined ? {} : { chosen: { product_type: type } }) });
}

/** Whether the label a query was made from is found; of more than a thousand hits only the newest are looked through. */
export async function isFound(deps: Deps, query: LabelledQuery): Promise<boolean> {
  for (let offset = 0; offset < MOST_COUNTED; offset += 100) {
    const { labels, total } = await askFor(deps, query, { limit: 100, offset });
    if (!total.isExact) return true;
    if (labels.some(({ record }) => record.number === query.number)) return true;
    if (offset + 100 >= total.count) return false;
  }
  return false;
}
