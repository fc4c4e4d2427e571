import { demandedOfEvaluator } from '../determination/evaluator-gaps.ts';
import { isSamePerson } from '../review/vendor-review-gaps.ts';
import { findProductType } from '../scheme/in-force.ts';
import type { EvaluatorCategory, Scheme } from '../scheme/scheme.ts';
import type { ItemId, SectionTable } from './application-items.ts';
import type { Application } from './application.ts';

/** What decides whether an answer is required, besides the application itself. */
type RequirementFacts = {
  readonly application: Application;
  /** Whether the product type has a function whose failure can harm people or property. */
  readonly hasSafetyFunction: boolean;
  /** Who evaluated, by category; undefined while that is not answered. */
  readonly evaluator: EvaluatorCategory | undefined;
};

/** What decides about an application of a scheme. */
export function requirementFacts(application: Application, scheme: Scheme): RequirementFacts {
  const { answers } = application;
  return {
    application,
    hasSafetyFunction: findProductType(scheme, answers['product.type'])?.safetyFunction ?? false,
    evaluator: scheme.evaluatorCategories.find(({ id }) => id === answers['evaluation.evaluator']),
  };
}

/** Conditions under which an answer or a table is required. */
const CONDITIONS = {
  'several-models': ({ application }) => application.models.length > 1,
  'updates-automatic': ({ application }) => application.answers['updates.automatic'] !== 'none',
  'safety-function': ({ hasSafetyFunction }) => hasSafetyFunction,
  'recognition-used': ({ application }) => application.answers['publication.recognition'] !== undefined,
  'evaluator-named': ({ evaluator }) => demandedOfEvaluator(evaluator).name,
  'evaluator-qualified': ({ evaluator }) => demandedOfEvaluator(evaluator).qualification,
  'reviewer-signs': ({ application: { answers } }) =>
    isSamePerson(answers['review.reviewer'], answers['declaration.signatory']),
  'personal-data-handled': ({ application }) => application.answers['data.personalDataHandled'] === true,
  'services-required': ({ application }) => application.answers['services.required'] === true,
} as const satisfies Readonly<Record<string, (facts: RequirementFacts) => boolean>>;

/** A condition under which an answer is required. */
export type RequirementCondition = keyof typeof CONDITIONS;

/** When an answer is required: always, never, or under a condition. */
export type Requirement = 'always' | 'never' | RequirementCondition;

/** Answers that are not always required; every other item is. */
const REQUIREMENTS: { readonly [Id in ItemId]?: Exclude<Requirement, 'always'> } = {
  'vendor.corporateNumber': 'never',
  'vendor.website': 'never',
  'vendor.contactDepartment': 'never',
  'vendor.addressEn': 'never',
  'product.website': 'never',
  'product.descriptionEn': 'never',
  'product.releasedOn': 'never',
  'product.sameDesign': 'several-models',
  'product.modelDifferences': 'several-models',
  'updates.canSwitchOff': 'updates-automatic',
  'updates.whenImpossibleEn': 'never',
  'support.note': 'never',
  'safety.whenDataDamaged': 'safety-function',
  'safety.recovery': 'safety-function',
  'evaluation.evaluatorName': 'evaluator-named',
  'evaluation.qualification': 'evaluator-qualified',
  'evaluation.guideUnderstood': 'evaluator-qualified',
  'review.onePersonFirm': 'reviewer-signs',
  'declaration.limitations': 'never',
  'publication.wishedOn': 'never',
  'publication.recognition': 'never',
  'publication.recognitionStatement': 'recognition-used',
};

/** Conditions whose gaps other rules report, in words of their own. */
const TOLD_ELSEWHERE: readonly Requirement[] = ['evaluator-named', 'evaluator-qualified', 'reviewer-signs'];

const TABLE_REQUIREMENTS: Readonly<Record<SectionTable, Requirement>> = {
  models: 'always',
  interfaces: 'always',
  personalData: 'personal-data-handled',
  services: 'services-required',
};

/** When a single answer is required (DOMAIN §5.4, §5.5). */
export function requirementOfItem(item: ItemId): Requirement {
  return REQUIREMENTS[item] ?? 'always';
}

/** When a table must have a row. */
export function requirementOfTable(table: SectionTable): Requirement {
  return TABLE_REQUIREMENTS[table];
}

/** Whether what is required under a condition is required in this application as it stands. */
export function isDemanded(requirement: Requirement, facts: RequirementFacts): boolean {
  if (requirement === 'always' || requirement === 'never') return requirement === 'always';
  return CONDITIONS[requirement](facts);
}

/** Whether an answer that is not given is to be reported as missing; for some, other rules say more exactly why. */
export function isRequired(item: ItemId, facts: RequirementFacts): boolean {
  const requirement = requirementOfItem(item);
  return !TOLD_ELSEWHERE.includes(requirement) && isDemanded(requirement, facts);
}

/** Whether an answer is required whatever else is answered: what a form marks from the start. */
export function isAlwaysRequired(item: ItemId): boolean {
  return requirementOfItem(item) === 'always';
}
