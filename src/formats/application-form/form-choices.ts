import type { Item } from '../../core/case/answer-kinds.ts';
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

/**
 * The values a question lets choose from, with their names, whether in force or not; undefined where the question has no
 * choices or takes them from another table of the form. `table` says which table a column belongs to.
 */
export function namedChoices(item: Item, form: Form, table?: TableId): readonly NamedChoice[] | undefined {
  const { scheme, set } = form;
  switch (item.choices) {
    case undefined:
    case 'interfaces':
      return undefined;
    case 'product-types':
      return scheme.productTypes;
    case 'evaluator-categories':
      return scheme.evaluatorCategories;
    case 'recognitions':
      return scheme.recognition;
    case 'methods':
      return fixedChoices(form, METHODS, 'method');
    case 'criteria':
      return set.criteria.map(({ id, title }) => ({ id, name: title }));
    case 'terms-label-use':
      return termsChoices(scheme, 'label-use');
    case 'terms-confidentiality':
      return termsChoices(scheme, 'confidentiality');
    default: {
      const owner = table === undefined ? item.id : `${table}.${item.id}`;
      return fixedChoices(form, item.choices, owner === 'determinations.verdict' ? 'verdict' : `choice.${owner}`);
    }
  }
}
