import type { Language } from '../../core/kernel/text.ts';
import type { CriterionWording, DeclarationDocument } from './declaration-document.ts';
import {
  DECLARATION_WORDS,
  EVALUATOR_WORDS,
  VERDICT_WORDS,
  WORDING_MARKS,
  WORDING_NOTES,
  type DeclarationWords,
} from './declaration-words.ts';

/** A term and what stands beside it. */
type SheetRow = readonly [term: string, text: string];

/** A declaration in one language, cut into the parts its template sets one below the other. */
export type DeclarationSheet = {
  readonly language: Language;
  readonly words: DeclarationWords;
  readonly title: string;
  readonly scheme: string;
  readonly number: string;
  readonly author: string;
  readonly issuer: readonly SheetRow[];
  readonly object: readonly SheetRow[];
  readonly modelCount: string;
  readonly models: readonly string[];
  readonly requirements: readonly SheetRow[];
  readonly criteria: readonly {
    readonly id: string;
    readonly title: string;
    readonly mark: string;
    readonly verdict: string;
    readonly remark: string;
  }[];
  readonly wordingNotes: readonly string[];
  readonly issued: readonly SheetRow[];
  readonly signature: readonly SheetRow[];
  readonly limits: readonly SheetRow[];
  readonly otherLimits: readonly string[];
  readonly additional: readonly SheetRow[];
  readonly responsibilities: readonly SheetRow[];
};

/** Puts a declaration into one language; chooses and orders, but changes nothing the issuer wrote. */
export function toDeclarationSheet(document: DeclarationDocument, language: Language): DeclarationSheet {
  const { object, requirements, limits } = document;
  const words = DECLARATION_WORDS[language];
  return {
    language,
    words,
    title: `${words.title} ${document.declarationNumber}`,
    scheme: document.schemeName[language],
    number: document.declarationNumber,
    author: document.issuer.name,
    issuer: issuerRows(document, words),
    object: objectRows(document, words, language),
    modelCount: words.modelCount.replace('{count}', String(object.models.length)),
    models: object.models,
    requirements: [
      [words.criteriaSet, `${requirements.title[language]} (${requirements.id})`],
      [words.version, requirements.version],
      [words.level, requirements.levelName[language]],
    ],
    criteria: requirements.criteria.map(({ id, title, wording, verdict, remark }) => ({
      id,
      title: title[language],
      mark: WORDING_MARKS[wording],
      verdict: VERDICT_WORDS[language][verdict],
      remark: remark ?? '',
    })),
    wordingNotes: wordingNotes(
      requirements.criteria.map(({ wording }) => wording),
      language,
    ),
    issued: [
      [words.issuedOn, longDate(document.issued.on, language)],
      [words.place, document.issued.place],
    ],
    signature: [
      [words.signatory, document.signatory.name],
      [words.function, document.signatory.function],
      [words.signatureSign, document.signatory.signature[language]],
    ],
    limits: [[words.until, limits.until === undefined ? words.noLimit : longDate(limits.until, language)]],
    otherLimits: limits.others,
    additional: additionalRows(document, words, language),
    responsibilities: document.responsibilities.map(({ party, answersFor }) => [party[language], answersFor[language]]),
  };
}

function issuerRows({ issuer }: DeclarationDocument, words: DeclarationWords): SheetRow[] {
  return [
    [words.issuerName, issuer.name],
    ...optionalRow(words.corporateNumber, issuer.corporateNumber),
    [words.address, issuer.address],
    [words.contact, issuer.contact],
  ];
}

function objectRows({ object }: DeclarationDocument, words: DeclarationWords, language: Language): SheetRow[] {
  return [
    [words.productName, object.productName],
    [words.productType, object.productType[language]],
    ...optionalRow(words.description, object.description),
    [words.firmware, object.evaluatedFirmware],
  ];
}

function additionalRows(document: DeclarationDocument, words: DeclarationWords, language: Language): SheetRow[] {
  const { category, evaluator, finishedOn } = document.evaluation;
  return [
    [words.evaluatorCategory, EVALUATOR_WORDS[language][category]],
    [words.evaluator, evaluator],
    [words.finishedOn, longDate(finishedOn, language)],
    ...document.furtherFacts.map(({ term, fact }): SheetRow => [
      term[language],
      typeof fact === 'string' ? fact : longDate(fact, language),
    ]),
  ];
}

function optionalRow(term: string, text: string | undefined): SheetRow[] {
  return text === undefined ? [] : [[term, text]];
}

function wordingNotes(wordings: readonly CriterionWording[], language: Language): string[] {
  const notes = WORDING_NOTES[language];
  return (['official_title', 'read', 'reconstructed'] as const)
    .filter((wording) => wordings.includes(wording))
    .map((wording) => notes[wording]);
}

function longDate(day: Temporal.PlainDate, language: Language): string {
  if (language === 'ja') return `${day.year}年${day.month}月${day.day}日`;
  return day.toLocaleString('en-GB', { year: 'numeric', month: 'long', day: 'numeric' });
}
