import type { ChoiceSource, Item } from '../../core/case/answer-kinds.ts';
import type { TableId } from '../../core/case/application-items.ts';
import type { Localized } from '../../core/kernel/text.ts';
import { METHODS, type CriteriaSet, type Scheme, type TermsKind } from '../../core/scheme/scheme.ts';
import type { FormWordKey, FormWords } from './form-words.ts';

/** The form a file is written or read against: a scheme, the criteria set applied for, and the words of the faces. */
export type Form = { readonly scheme: Scheme; readonly set: CriteriaSet; readonly words: FormWords };

/** An allowed value of a choice with the name people choose it by. */
export type NamedChoice = { readonly id: string; readonly name: Localized };

/** A text of the faces in both languages. */
export function inBoth(words: FormWords, key: FormWordKey): Localized {
  return { ja: words('ja', key), en: words('en', key) };
}

function termsChoices(scheme: Scheme, kind: TermsKind): readonly NamedChoice[] {
  return scheme.terms
    .filter((terms) => terms.kind === kind)
    .map(({ version, title }) => ({
      id: version,
      name: { ja: `${title.ja} ${version}`, en: `${title.en} ${version}` },
    }));
}

/** The prefix of the words of a fixed list: verdicts and methods have their own, the rest go by question. */
function fixedChoices(form: Form, ids: readonly string[], prefix: string): readonly NamedChoice[] {
  return ids.map((id) => ({ id, name: inBoth(form.words, `${prefix}.${id}` as FormWordKey) }));
}

type SchemeList = Exclude<Extract<ChoiceSource, string>, 'interfaces'>;

/** Lists of the scheme that questions choose from. */
const SCHEME_LISTS: Readonly<Record<SchemeList, (form: Form) => readonly NamedChoice[]>> = {
  'product-types': ({ scheme }) => scheme.productTypes,
  'evaluator-categories': ({ scheme }) => scheme.evaluatorCategories,
  recognitions: ({ scheme }) => scheme.recognition,
  methods: (form) => fixedChoices(form, METHODS, 'method'),
  criteria: ({ set }) => set.criteria.map(({ id, title }) => ({ id, name: title })),
  'terms-label-use': ({ scheme }) => termsChoices(scheme, 'label-use'),
  'terms-confidentiality': ({ scheme }) => termsChoices(scheme, 'confidentiality'),
};

/**
 * The values a question lets choose from, with their names, whether in force or not; undefined where the question has no
 * choices or takes them from another table of the form. `table` says which table a column belongs to.
 */
export function namedChoices(item: Item, form: Form, table?: TableId): readonly NamedChoice[] | undefined {
  const { choices } = item;
  if (choices === undefined || choices === 'interfaces') return undefined;
  if (typeof choices === 'string') return SCHEME_LISTS[choices](form);
  const owner = table === undefined ? item.id : `${table}.${item.id}`;
  return fixedChoices(form, choices, owner === 'determinations.verdict' ? 'verdict' : `choice.${owner}`);
}
