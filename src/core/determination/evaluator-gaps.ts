import type { Gap } from '../kernel/gap.ts';
import type { EvaluatorCategory, Level, Scheme } from '../scheme/scheme.ts';

/** What can keep an evaluator from being accepted. */
export type EvaluatorGapCode =
  'evaluator_below_minimum' | 'evaluator_name_missing' | 'qualification_missing' | 'guide_not_understood';

/** What is stated about whoever evaluated. */
export type EvaluatorStatement = {
  readonly category: string | undefined;
  readonly name: string | undefined;
  /** Registration number of the qualified person (情報処理安全確保支援士 or equal). */
  readonly qualification: string | undefined;
  /** IoT-evaluation training, or a sworn statement of having understood the guide. */
  readonly guideUnderstood: string | undefined;
};

/** What must be stated about an evaluator of a category; nothing while the category is not known. */
export function demandedOfEvaluator(category: EvaluatorCategory | undefined): {
  readonly name: boolean;
  /** The registration number, and by what the guide is understood. */
  readonly qualification: boolean;
} {
  return { name: category?.needsName ?? false, qualification: category?.needsQualification ?? false };
}

function categoryGaps(category: EvaluatorCategory, stated: EvaluatorStatement): readonly Gap<EvaluatorGapCode>[] {
  const gaps: Gap<EvaluatorGapCode>[] = [];
  const params = { category: category.id };
  const demanded = demandedOfEvaluator(category);
  if (demanded.name && (stated.name ?? '') === '') {
    gaps.push({ code: 'evaluator_name_missing', path: 'evaluation.evaluatorName', params });
  }
  if (demanded.qualification && (stated.qualification ?? '') === '') {
    gaps.push({ code: 'qualification_missing', path: 'evaluation.qualification', params });
  }
  if (demanded.qualification && stated.guideUnderstood === undefined) {
    gaps.push({ code: 'guide_not_understood', path: 'evaluation.guideUnderstood', params });
  }
  return gaps;
}

/** What is missing for the evaluator to be accepted at a level (METI slides, 本制度における確定活動の実施者と証明主体). */
export function evaluatorGaps(
  scheme: Scheme,
  level: Level,
  stated: EvaluatorStatement,
): readonly Gap<EvaluatorGapCode>[] {
  const category = scheme.evaluatorCategories.find((candidate) => candidate.id === stated.category);
  const minimum = scheme.evaluatorCategories.find((candidate) => candidate.id === level.minimumEvaluator);
  if (category === undefined || minimum === undefined) return [];
  const below: readonly Gap<EvaluatorGapCode>[] =
    category.rank < minimum.rank
      ? [{ code: 'evaluator_below_minimum', path: 'evaluation.evaluator', params: { minimum: minimum.id } }]
      : [];
  return [...below, ...categoryGaps(category, stated)];
}
