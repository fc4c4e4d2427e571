import { lastDayOfGrace } from '../attestation/label-lifecycle.ts';
import { searchKey } from '../kernel/fold.ts';
import { legalDay } from '../kernel/legal-day.ts';
import { findProductType } from '../scheme/in-force.ts';
import type { Scheme, SearchWords } from '../scheme/scheme.ts';
import { withoutCompanyForm } from './company-form.ts';
import type { PublicRecord } from './public-record.ts';
import { searchFold } from './search-fold.ts';

/** What the search keeps of a label: folded texts, and the facts it can be narrowed down by; an empty text says "none". */
export type SearchEntry = {
  readonly texts: readonly string[];
  readonly modelKeys: readonly string[];
  readonly level: string;
  readonly productType: string;
  readonly evaluator: string;
  readonly recognition: string;
  /** One for all spellings of a maker's name, with and without its legal form. */
  readonly makerKey: string;
  readonly maker: string;
  readonly makerEn: string;
  readonly handlesPersonalData: boolean | undefined;
  readonly supportEndsOn: Temporal.PlainDate | undefined;
  readonly publishedOn: Temporal.PlainDate;
  readonly validUntil: Temporal.PlainDate | undefined;
  readonly graceUntil: Temporal.PlainDate | undefined;
};

/** Characters of a maker's key: some characters of a name fold into eighteen, and the index takes 2047 bytes at once. */
export const LONGEST_MAKER_KEY = 200;

/** The one key of a maker's name in any spelling, with or without its legal form; what is beyond its length is left out. */
export function makerKeyOf(name: string, { companyForms }: SearchWords): string {
  return searchFold(withoutCompanyForm(name, companyForms)).slice(0, LONGEST_MAKER_KEY).toWellFormed();
}

function textsOf(record: PublicRecord, scheme: Scheme, words: SearchWords): readonly string[] {
  const { answers } = record;
  const type = findProductType(scheme, answers['product.type']);
  const makers = [answers['vendor.name'] ?? '', answers['vendor.nameEn'] ?? ''];
  const texts = [
    record.number,
    ...makers,
    ...makers.map((name) => withoutCompanyForm(name, words.companyForms)),
    answers['product.name'],
    answers['product.nameEn'],
    type?.name.ja,
    type?.name.en,
    answers['product.description'],
    answers['product.descriptionEn'],
    ...record.models.flatMap((model) => [model.number, model.name]),
  ];
  return [...new Set(texts.map((text) => searchFold(text ?? '')))].filter((text) => text !== '');
}

/**
 * What the search keeps of a published label: whatever may be printed on the box, in the words of the scheme version it was
 * granted under; which words mean the same is said by the version in force.
 */
export function toSearchEntry(
  record: PublicRecord,
  published: { readonly at: Temporal.Instant; readonly under: Scheme },
  words: SearchWords,
): SearchEntry {
  const { answers, validity } = record;
  const maker = answers['vendor.name'] ?? '';
  return {
    texts: textsOf(record, published.under, words),
    modelKeys: [...new Set(record.models.flatMap(({ number }) => (number === undefined ? [] : [searchKey(number)])))],
    level: record.level,
    productType: answers['product.type'] ?? '',
    evaluator: answers['evaluation.evaluator'] ?? '',
    recognition: answers['publication.recognition'] ?? '',
    makerKey: makerKeyOf(maker, words),
    maker,
    makerEn: answers['vendor.nameEn'] ?? '',
    handlesPersonalData: answers['data.personalDataHandled'],
    supportEndsOn: answers['support.endsOn'],
    publishedOn: legalDay(published.at, published.under.zone),
    validUntil: validity.until,
    graceUntil: lastDayOfGrace(validity),
  };
}
