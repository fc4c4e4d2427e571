import { z } from 'zod';
import { CHECK_SYSTEMS } from '../../core/kernel/check-character.ts';
import type { Localized } from '../../core/kernel/text.ts';
import {
  CLOCK_IDS,
  TERMS_KINDS,
  type ClockRule,
  type EvaluatorCategory,
  type FeeRule,
  type Level,
  type NumberFormat,
  type Opening,
  type ProductGroup,
  type ProductType,
  type RecognitionRule,
  type Scheme,
  type ScopeQuestion,
  type SearchWords,
  type TermsDocument,
  type ValidityRule,
} from '../../core/scheme/scheme.ts';
import { AUDIENCES, type PublicClaims, type Responsibility, type UserDuty } from '../../core/scheme/public-words.ts';
import { criteriaSetShape } from './criteria-set-shape.ts';
import { day, effectivePeriod, localized } from './common-shapes.ts';

const operatorShape = z.strictObject({ name: localized, contact: z.string(), url: z.string() }) satisfies z.ZodType<
  Scheme['operator']
>;

const levelShape = z.strictObject({
  id: z.string(),
  stars: z.number(),
  name: localized,
  summary: localized,
  chain: z.enum(['first-party', 'third-party']),
  minimumEvaluator: z.string(),
}) satisfies z.ZodType<Level>;

const evaluatorCategoryShape = z.strictObject({
  id: z.string(),
  name: localized,
  explanation: localized,
  rank: z.number(),
  needsQualification: z.boolean(),
  needsName: z.boolean(),
}) satisfies z.ZodType<EvaluatorCategory>;

const scopeQuestionShape = z.strictObject({
  id: z.string(),
  question: localized,
  expected: z.boolean(),
  outOfScope: localized,
}) satisfies z.ZodType<ScopeQuestion>;

const responsibilityShape = z.strictObject({
  party: localized,
  answersFor: localized,
}) satisfies z.ZodType<Responsibility>;

const userDutyShape = z.strictObject({
  audience: z.enum(AUDIENCES),
  text: localized,
  onlyWithSafetyFunction: z.boolean(),
}) satisfies z.ZodType<UserDuty>;

const openingShape = z.strictObject({
  level: z.string(),
  productType: z.string().optional(),
  opensOn: day.optional(),
}) satisfies z.ZodType<Opening>;

const productGroupShape = z.strictObject({ id: z.string(), name: localized }) satisfies z.ZodType<ProductGroup>;

const productTypeShape = z.strictObject({
  id: z.string(),
  group: z.string(),
  name: localized,
  examples: localized,
  safetyFunction: z.boolean(),
}) satisfies z.ZodType<ProductType>;

const feeShape = z.strictObject({
  id: z.string(),
  level: z.string(),
  amount: z.number(),
  taxBasisPoints: z.number(),
  effective: effectivePeriod,
  recognition: z.string().optional(),
  reason: localized,
  source: z.string(),
}) satisfies z.ZodType<FeeRule>;

const clockShape = z.strictObject({
  id: z.enum(CLOCK_IDS),
  days: z.number(),
  count: z.enum(['calendar', 'business']),
  name: localized,
}) satisfies z.ZodType<ClockRule>;

const numberFormatShape = z.strictObject({
  pattern: z.string(),
  check: z.enum(CHECK_SYSTEMS),
  restart: z.enum(['yearly', 'never']),
}) satisfies z.ZodType<NumberFormat>;

const numbersShape = z.strictObject({
  application: numberFormatShape,
  acceptance: numberFormatShape,
  provisional: numberFormatShape,
  registration: numberFormatShape,
}) satisfies z.ZodType<Scheme['numbers']>;

const validityShape = z.strictObject({
  level: z.string(),
  effective: effectivePeriod,
  term: z.strictObject({ years: z.number().optional(), months: z.number().optional() }).optional(),
  graceDays: z.number(),
  renewal: z.strictObject({ opensMonthsBefore: z.number(), closesWeeksBefore: z.number() }),
}) satisfies z.ZodType<ValidityRule>;

const termsShape = z.strictObject({
  kind: z.enum(TERMS_KINDS),
  version: z.string(),
  effective: effectivePeriod,
  title: localized,
  points: z.array(localized),
}) satisfies z.ZodType<TermsDocument>;

const recognitionShape = z.strictObject({
  id: z.string(),
  name: localized,
  level: z.string(),
  document: z.string(),
  effective: effectivePeriod,
  criteria: z.array(z.string()),
  explanation: localized,
}) satisfies z.ZodType<RecognitionRule>;

const claimsShape = z.strictObject({
  says: z.array(localized),
  doesNotSay: z.array(localized),
  forbidden: z.array(z.strictObject({ id: z.string(), example: localized, reason: localized })),
}) satisfies z.ZodType<PublicClaims>;

const searchShape = z.strictObject({
  synonyms: z.array(z.array(z.string())),
  companyForms: z.array(z.string()),
}) satisfies z.ZodType<SearchWords>;

/** The parts of a scheme by the file that holds them; criteria sets have a file each. */
export const FILE_PARTS = {
  'scheme.yaml': {
    id: z.string(),
    name: localized satisfies z.ZodType<Localized>,
    labelName: localized,
    operator: operatorShape,
    zone: z.string(),
    currency: z.string(),
    levels: z.array(levelShape),
    evaluatorCategories: z.array(evaluatorCategoryShape),
    scopeQuestions: z.array(scopeQuestionShape),
    responsibilities: z.array(responsibilityShape),
    userDuties: z.array(userDutyShape),
    openings: z.array(openingShape),
  },
  'product-types.yaml': { productGroups: z.array(productGroupShape), productTypes: z.array(productTypeShape) },
  'fees.yaml': { fees: z.array(feeShape) },
  'clocks.yaml': { clocks: z.array(clockShape) },
  'numbers.yaml': { numbers: numbersShape },
  'validity.yaml': { validity: z.array(validityShape) },
  'terms.yaml': { terms: z.array(termsShape) },
  'claims.yaml': { claims: claimsShape },
  'recognition.yaml': { recognition: z.array(recognitionShape) },
  'search.yaml': { search: searchShape },
} as const;

/** A whole scheme, as it is stored. */
export const schemeShape = z.strictObject({
  ...FILE_PARTS['scheme.yaml'],
  ...FILE_PARTS['product-types.yaml'],
  ...FILE_PARTS['fees.yaml'],
  ...FILE_PARTS['clocks.yaml'],
  ...FILE_PARTS['numbers.yaml'],
  ...FILE_PARTS['validity.yaml'],
  ...FILE_PARTS['terms.yaml'],
  ...FILE_PARTS['claims.yaml'],
  ...FILE_PARTS['recognition.yaml'],
  criteriaSets: z.array(criteriaSetShape),
  // Versions stored before the search had words of its own have none.
  search: searchShape.default({ synonyms: [], companyForms: [] }),
}) satisfies z.ZodType<Scheme>;
