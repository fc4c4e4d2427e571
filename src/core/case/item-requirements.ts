import type { ItemId } from './application-items.ts';
import type { Application } from './application.ts';

/** What decides whether an answer is required, besides the application itself. */
type RequirementFacts = {
  readonly application: Application;
  /** Whether the product type has a function whose failure can harm people or property. */
  readonly hasSafetyFunction: boolean;
};

type Condition = (facts: RequirementFacts) => boolean;
const never: Condition = () => false;

/** Answers that are required only under a condition; every other item is always required. */
const CONDITIONS: { readonly [Id in ItemId]?: Condition } = {
  'vendor.corporateNumber': never,
  'vendor.website': never,
  'vendor.contactDepartment': never,
  'vendor.addressEn': never,
  'product.website': never,
  'product.descriptionEn': never,
  'product.releasedOn': never,
  'product.sameDesign': ({ application }) => application.models.length > 1,
  'product.modelDifferences': ({ application }) => application.models.length > 1,
  'updates.canSwitchOff': ({ application }) => application.answers['updates.automatic'] !== 'none',
  'updates.whenImpossibleEn': never,
  'support.note': never,
  'safety.whenDataDamaged': ({ hasSafetyFunction }) => hasSafetyFunction,
  'safety.recovery': ({ hasSafetyFunction }) => hasSafetyFunction,
  'evaluation.evaluatorName': never,
  'evaluation.qualification': never,
  'evaluation.guideUnderstood': never,
  'review.onePersonFirm': never,
  'declaration.limitations': never,
  'publication.wishedOn': never,
  'publication.recognition': never,
  'publication.recognitionStatement': ({ application }) => application.answers['publication.recognition'] !== undefined,
};

/** Whether an answer must be given in this application (DOMAIN §5.4, §5.5). */
export function isRequired(item: ItemId, facts: RequirementFacts): boolean {
  return CONDITIONS[item]?.(facts) ?? true;
}

/** Whether an answer is required whatever else is answered: what a form marks from the start. */
export function isAlwaysRequired(item: ItemId): boolean {
  return CONDITIONS[item] === undefined;
}
