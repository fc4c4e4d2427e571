import type { CheckSystem } from '../kernel/check-character.ts';
import type { Localized } from '../kernel/text.ts';
import type { PublicClaims, Responsibility, UserDuty } from './public-words.ts';

/** A stretch of days in which a piece of scheme data is in force; first and last day both count, no `until` means open. */
export type EffectivePeriod = { readonly from: Temporal.PlainDate; readonly until?: Temporal.PlainDate | undefined };

/** Who attests conformity at a level: the vendor itself by declaration, or a third party by certification (ISO/IEC 17000). */
export type AttestationChain = 'first-party' | 'third-party';

/** A level of the scheme; always spoken of together with a version of a criteria set, never as a bare number. */
export type Level = {
  readonly id: string;
  /** How many marks the label shows; levels are ordered by it. */
  readonly stars: number;
  readonly name: Localized;
  readonly summary: Localized;
  readonly chain: AttestationChain;
  /** The lowest evaluator category that may evaluate at this level; categories are ordered. */
  readonly minimumEvaluator: string;
};

/** A class of products the scheme knows, with its examples and whether a failure can harm people or property. */
export type ProductType = {
  readonly id: string;
  readonly group: string;
  readonly name: Localized;
  readonly examples: Localized;
  /** Whether behaviour on damaged data and recovery after compromise must be stated. */
  readonly safetyFunction: boolean;
};

/** A family of product types, as the scheme's published list groups them. */
export type ProductGroup = { readonly id: string; readonly name: Localized };

/** Who evaluated, in the words shown to buyers (METI slides, 確定活動の実施者と証明主体). */
export type EvaluatorCategory = {
  readonly id: string;
  readonly name: Localized;
  readonly explanation: Localized;
  /** Higher rank means more independence or competence; compared with a level's minimum. */
  readonly rank: number;
  readonly needsQualification: boolean;
  readonly needsName: boolean;
};

/** How sure the project is of a text: the operator's own title, read in a published source, or reconstructed. */
export const KNOWLEDGE_STATUSES = ['official-title', 'read', 'reconstructed'] as const;

/** One of the grades of certainty about a text. */
export type KnowledgeStatus = (typeof KNOWLEDGE_STATUSES)[number];

/** How conformity is determined: by documents or by a test on a real device. */
export const METHODS = ['document', 'device-test'] as const;

/** One way of determining conformity. */
export type Method = (typeof METHODS)[number];

/** One specified requirement (規定要求事項) of a criteria set. */
export type Criterion = {
  readonly id: string;
  readonly status: KnowledgeStatus;
  readonly title: Localized;
  readonly requirement: Localized;
  /** Advice for whoever determines conformity. */
  readonly guide: Localized;
  /** When the criterion does not apply, in words; absent means that it always applies. */
  readonly notApplicableWhen?: Localized | undefined;
  /** Features of the product profile that must all be present for the criterion to apply; empty means always. */
  readonly appliesTo: readonly string[];
  /** Whether a verdict is wanted for each interface of the product rather than once for the product. */
  readonly perInterface: boolean;
  readonly methods: readonly Method[];
  readonly methodStatus: KnowledgeStatus;
  readonly threat: string;
  readonly evidence: readonly Localized[];
  /** Provisions of ETSI EN 303 645 v2.1.1 this project maps to the criterion. */
  readonly en303645: readonly string[];
};

/** A threat a criteria set answers. */
export type Threat = { readonly id: string; readonly name: Localized };

/** An asset a criteria set protects. */
export type Asset = { readonly id: string; readonly name: Localized };

/** A yes-or-no fact about a product that decides which criteria apply. */
export type ProfileFeature = { readonly id: string; readonly question: Localized; readonly help: Localized };

/** A versioned set of criteria for one level, with its threat and asset catalogue. */
export type CriteriaSet = {
  readonly id: string;
  readonly version: string;
  readonly level: string;
  /** Product types it applies to; `any` for all. */
  readonly productTypes: 'any' | readonly string[];
  readonly title: Localized;
  /** The document the set is known as outside, or this project's own name for it. */
  readonly document: string;
  readonly note: Localized;
  readonly effective: EffectivePeriod;
  readonly threats: readonly Threat[];
  readonly assets: readonly Asset[];
  readonly features: readonly ProfileFeature[];
  readonly criteria: readonly Criterion[];
};

/** A question that decides whether a product is within the scheme, the answer it must have, and why. */
export type ScopeQuestion = {
  readonly id: string;
  readonly question: Localized;
  readonly expected: boolean;
  readonly outOfScope: Localized;
};

/** A fee, by level and day of receipt; where several match, the one whose recognition is claimed comes first. */
export type FeeRule = {
  readonly id: string;
  readonly level: string;
  /** Tax included, in whole units of the scheme's currency. */
  readonly amount: number;
  readonly taxBasisPoints: number;
  readonly effective: EffectivePeriod;
  /** The recognition whose claim makes this fee apply; absent for the ordinary fee. */
  readonly recognition?: string | undefined;
  readonly reason: Localized;
  readonly source: string;
};

/** The deadlines the scheme sets; the code names what for, the scheme how long. */
export const CLOCK_IDS = ['format-check', 'answer-return', 'pay-fee', 'label-decision', 'discontinue-overdue'] as const;

/** A deadline by what it is for. */
export type ClockId = (typeof CLOCK_IDS)[number];

/** How long one deadline is, in calendar days or in business days. */
export type ClockRule = {
  readonly id: ClockId;
  readonly days: number;
  readonly count: 'calendar' | 'business';
  readonly name: Localized;
};

/** The four numbers of a case; they are different things (DOMAIN §5). */
export const NUMBER_KINDS = ['application', 'acceptance', 'provisional', 'registration'] as const;

/** One of the four numbers by its place in the life of a case. */
export type NumberKind = (typeof NUMBER_KINDS)[number];

/**
 * How a number is written: literal text and the fields `{stars}`, `{year}`, `{yy}`, `{seq:N}` (N digits) and `{check}`.
 * The check characters cover everything alphanumeric before them.
 */
export type NumberFormat = {
  readonly pattern: string;
  readonly check: CheckSystem;
  readonly restart: 'yearly' | 'never';
};

/** How long a label of a level holds, by day of issue; no term means that it does not expire. */
export type ValidityRule = {
  readonly level: string;
  readonly effective: EffectivePeriod;
  readonly term?: { readonly years?: number | undefined; readonly months?: number | undefined } | undefined;
  /** Days after the last valid day on which the label is in grace before it lapses. */
  readonly graceDays: number;
  readonly renewal: { readonly opensMonthsBefore: number; readonly closesWeeksBefore: number };
};

/** The documents an applicant agrees to. */
export const TERMS_KINDS = ['label-use', 'confidentiality'] as const;

/** A document of terms by what it is about. */
export type TermsKind = (typeof TERMS_KINDS)[number];

/** One version of the terms an applicant agrees to, in force for a period. */
export type TermsDocument = {
  readonly kind: TermsKind;
  readonly version: string;
  readonly effective: EffectivePeriod;
  readonly title: Localized;
  readonly points: readonly Localized[];
};

/** The first day applications are taken for a level (and, where named, a product type); absent means not yet fixed. */
export type Opening = {
  readonly level: string;
  readonly productType?: string | undefined;
  readonly opensOn?: Temporal.PlainDate | undefined;
};

/** A conformity result of another scheme that may be claimed, for named criteria and days. */
export type RecognitionRule = {
  readonly id: string;
  readonly name: Localized;
  readonly level: string;
  readonly document: string;
  readonly effective: EffectivePeriod;
  readonly criteria: readonly string[];
  readonly explanation: Localized;
};

/** What the search of the public register knows about words; names are always shown as they were typed. */
export type SearchWords = {
  /** Words that mean the same to people who look for a product: whoever types one finds the others. */
  readonly synonyms: readonly (readonly string[])[];
  /** Legal forms of companies, which people leave out, shorten or write in another place. */
  readonly companyForms: readonly string[];
};

/** A whole scheme as data: everything an operator may want to change without touching code. */
export type Scheme = {
  readonly id: string;
  readonly name: Localized;
  /** The name as the label carries it: short enough to be read on a small product. */
  readonly labelName: Localized;
  readonly operator: { readonly name: Localized; readonly contact: string; readonly url: string };
  /** The time zone in which the scheme's legal days begin and end (IANA name). */
  readonly zone: string;
  /** ISO 4217 code of the currency fees are in; amounts are whole units of it. */
  readonly currency: string;
  readonly levels: readonly Level[];
  readonly productGroups: readonly ProductGroup[];
  readonly productTypes: readonly ProductType[];
  readonly evaluatorCategories: readonly EvaluatorCategory[];
  readonly criteriaSets: readonly CriteriaSet[];
  readonly scopeQuestions: readonly ScopeQuestion[];
  readonly fees: readonly FeeRule[];
  readonly clocks: readonly ClockRule[];
  readonly numbers: Readonly<Record<NumberKind, NumberFormat>>;
  readonly validity: readonly ValidityRule[];
  readonly terms: readonly TermsDocument[];
  readonly openings: readonly Opening[];
  readonly recognition: readonly RecognitionRule[];
  readonly responsibilities: readonly Responsibility[];
  readonly userDuties: readonly UserDuty[];
  readonly claims: PublicClaims;
  readonly search: SearchWords;
};
