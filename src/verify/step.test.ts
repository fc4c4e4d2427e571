import { test } from 'node:test';
import { equal } from '../../testing/equal.ts';
import { fails, holds, isProven, verdictOn, type Step } from './step.ts';

const open = (id: Step['id']): Step => ({ id, outcome: 'unknown', detail: {} });

test('what leaves a question about the label open is not proven, and one failure outweighs it', () => {
  const cases: readonly (readonly [readonly Step[], ReturnType<typeof verdictOn>])[] = [
    [[], 'not-proven'],
    [[holds('signature')], 'proven'],
    [[holds('signature'), open('revocation')], 'unsettled'],
    [[open('suspension'), holds('signature')], 'unsettled'],
    [[holds('signature'), open('period')], 'unsettled'],
    [[open('revocation'), fails('period', {})], 'not-proven'],
    [[open('key'), open('issuer'), holds('signature')], 'proven'],
    [[open('key'), open('period')], 'unsettled'],
  ];
  for (const [steps, verdict] of cases) {
    equal([verdictOn(steps), isProven(steps)], [verdict, verdict === 'proven'], JSON.stringify(steps));
  }
});
