import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import type { Gap } from '../kernel/gap.ts';
import type { GapCode } from './application-gaps.ts';
import { placelessGaps } from './placeless-gaps.ts';

test('only what is said twice of a criterion, or of one the form has not, can be put nowhere in the form', () => {
  const codes = ['missing', 'criterion_unknown', 'too_long', 'criterion_stated_twice'] as const;
  const gaps = codes.map((code): Gap<GapCode> => ({ code, path: 'determinations.0', params: {} }));
  equal(placelessGaps(gaps), [gaps[1], gaps[3]]);
});
