import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { caseWarnings, type CaseLikeness } from './case-warnings.ts';

const TODAY = Temporal.PlainDate.from('2026-04-01');
const policy = 'https://example.jp/policy';

function codes(answers: Parameters<typeof caseWarnings>[0]['answers'], likenesses: readonly CaseLikeness[] = []) {
  return caseWarnings({ answers }, likenesses, TODAY).map(({ code }) => code);
}

test('support that ended yesterday is warned about, support that ends today is not (DOMAIN §5.4)', () => {
  const day = (text: string) => ({ 'support.endsOn': Temporal.PlainDate.from(text), 'vulnerability.policy': policy });
  equal(codes(day('2026-03-31')), ['support_has_ended']);
  equal(codes(day('2026-04-01')), []);
});

test('a missing end of support and a missing vulnerability policy are warned about', () => {
  equal(codes({}), ['support_end_missing', 'policy_missing']);
  equal(codes({ 'vulnerability.policy': '' }), ['support_end_missing', 'policy_missing']);
});

test('each likeness is told with what it is and whose', () => {
  const answers = { 'support.endsOn': TODAY, 'vulnerability.policy': policy };
  const likeness = { what: 'X-1', number: 'A-1', organisation: 'みなと' };
  equal(caseWarnings({ answers }, [{ kind: 'model_labelled', ...likeness }], TODAY), [
    { code: 'model_labelled', ...likeness },
  ]);
});
