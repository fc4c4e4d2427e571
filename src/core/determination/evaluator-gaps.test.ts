import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { japaneseScheme, secondScheme } from '../../../testing/schemes.ts';
import { levelOf } from '../scheme/in-force.ts';
import type { Scheme } from '../scheme/scheme.ts';
import { evaluatorGaps, type EvaluatorStatement } from './evaluator-gaps.ts';

const NOTHING: EvaluatorStatement = {
  category: undefined,
  name: undefined,
  qualification: undefined,
  guideUnderstood: undefined,
};
const EVERYTHING = { name: '株式会社しおかぜ検証', qualification: '第000000号', guideUnderstood: 'sworn' };

const codes = (scheme: Scheme, level: string, stated: Partial<EvaluatorStatement>): readonly string[] =>
  evaluatorGaps(scheme, levelOf(scheme, level), { ...NOTHING, ...stated }).map(({ code }) => code);

/** What each category must state, and from which level of the Japanese scheme it may not evaluate any more. */
const CATEGORIES = [
  ['manufacturer', [], ['s1', 's2']],
  ['manufacturer-qualified', ['qualification_missing', 'guide_not_understood'], ['s1', 's2']],
  ['external-qualified', ['evaluator_name_missing', 'qualification_missing', 'guide_not_understood'], ['s1', 's2']],
  ['assessment-company', ['evaluator_name_missing'], ['s1', 's2']],
  ['evaluation-body', ['evaluator_name_missing'], ['s1', 's2', 's3', 's4']],
] as const;

for (const [category, needs, levels] of CATEGORIES) {
  test(`${category} states what the category needs, and evaluates at ${levels.join(', ')} only (METI slides, 確定活動の実施者)`, () => {
    equal(codes(japaneseScheme, 's1', { category }), needs);
    for (const { id } of japaneseScheme.levels) {
      const below = (levels as readonly string[]).includes(id) ? [] : ['evaluator_below_minimum'];
      equal(codes(japaneseScheme, id, { category, ...EVERYTHING }), below, id);
    }
  });
}

test('every category of the scheme is judged here', () => {
  equal(
    CATEGORIES.map(([id]) => id as string),
    japaneseScheme.evaluatorCategories.map(({ id }) => id),
  );
});

test('an evaluator below the minimum is told the minimum, by the ranks of its own scheme', () => {
  equal(
    evaluatorGaps(secondScheme, levelOf(secondScheme, 'gold'), { ...NOTHING, ...EVERYTHING, category: 'inspector' }),
    [{ code: 'evaluator_below_minimum', path: 'evaluation.evaluator', params: { minimum: 'laboratory' } }],
  );
});

test('a category that is missing or unknown is the business of the answers, not judged twice', () => {
  equal(codes(japaneseScheme, 's3', {}), []);
  equal(codes(japaneseScheme, 's3', { category: 'nobody' }), []);
});
