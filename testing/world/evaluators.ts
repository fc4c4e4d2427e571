import type { Answers } from '../../src/core/case/application.ts';
import { levelOf } from '../../src/core/scheme/in-force.ts';
import type { EvaluatorCategory, Scheme } from '../../src/core/scheme/scheme.ts';
import type { WorldVendor } from './organisations.ts';

/** Whoever evaluated a product: what the application states about them, and who put their name to each verdict. */
type Evaluator = { readonly answers: Answers; readonly determinedBy: string };

type OutsideEvaluator = { readonly name: string; readonly person: string; readonly qualification: string };

/** Invented evaluators outside the makers, by category. */
const OUTSIDE: Readonly<Record<string, OutsideEvaluator>> = {
  'external-qualified': { name: '望月 桜', person: '望月 桜', qualification: '第900071号' },
  'assessment-company': { name: '株式会社しおかぜ検証', person: '川端 稔', qualification: '第900072号' },
  'evaluation-body': { name: '一般財団法人うみかぜ評価センター', person: '早川 結衣', qualification: '第900073号' },
};
const ANY_OUTSIDE: OutsideEvaluator = { name: '株式会社しおかぜ検証', person: '川端 稔', qualification: '第900072号' };

/** Stands for the registration of an engineer whose own is not known. */
const NO_NUMBER = '第900099号';

/** The category wished for where the level allows it, else the lowest one it allows. */
function allowedCategory(scheme: Scheme, level: string, wished: string): EvaluatorCategory {
  const { minimumEvaluator } = levelOf(scheme, level);
  const least = scheme.evaluatorCategories.find(({ id }) => id === minimumEvaluator)?.rank ?? 0;
  const allowed = scheme.evaluatorCategories
    .filter(({ rank }) => rank >= least)
    .sort((first, second) => first.rank - second.rank);
  const chosen = allowed.find(({ id }) => id === wished) ?? allowed[0];
  if (chosen === undefined) throw new Error(`scheme ${scheme.id} lets nobody evaluate at ${level}`);
  return chosen;
}

function qualificationAnswers(category: EvaluatorCategory, qualification: string, isOutside: boolean): Answers {
  if (!category.needsQualification) return {};
  return {
    'evaluation.qualification': qualification,
    'evaluation.guideUnderstood': isOutside ? 'sworn' : 'training',
  };
}

/** Who evaluated a vendor's product at a level. */
export function evaluatorOf(
  scheme: Scheme,
  wanted: { readonly level: string; readonly category: string; readonly vendor: WorldVendor },
): Evaluator {
  const category = allowedCategory(scheme, wanted.level, wanted.category);
  const stated = { 'evaluation.evaluator': category.id };
  if (!category.needsName) {
    const { name, qualification } = wanted.vendor.engineer;
    const answers = { ...stated, ...qualificationAnswers(category, qualification ?? NO_NUMBER, false) };
    return { answers, determinedBy: name };
  }
  const { name, person, qualification } = OUTSIDE[category.id] ?? ANY_OUTSIDE;
  const answers = {
    ...stated,
    'evaluation.evaluatorName': name,
    ...qualificationAnswers(category, qualification, true),
  };
  return { answers, determinedBy: person };
}
