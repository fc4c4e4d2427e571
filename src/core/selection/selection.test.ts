import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { japaneseScheme } from '../../../testing/schemes.ts';
import type { Criterion } from '../scheme/scheme.ts';
import { applicability } from './applicability.ts';
import { scopeGaps } from './scope.ts';

const criterion = (...appliesTo: string[]): Criterion => ({ appliesTo }) as unknown as Criterion;

test('a criterion that names no feature always applies', () => {
  equal(applicability(criterion(), {}), 'applies');
});

test('a criterion applies when every feature it names is present, and is open while one is unanswered (DOMAIN §5.2)', () => {
  const both = criterion('radio', 'stores-data');
  equal(applicability(both, { radio: true, 'stores-data': true }), 'applies');
  equal(applicability(both, { radio: true }), 'open');
  equal(applicability(both, {}), 'open');
});

test('one absent feature decides at once, whatever is still unanswered', () => {
  equal(applicability(criterion('radio', 'stores-data'), { radio: false }), 'does-not-apply');
  equal(applicability(criterion('radio', 'stores-data'), { radio: true, 'stores-data': false }), 'does-not-apply');
});

const IN_SCOPE = Object.fromEntries(japaneseScheme.scopeQuestions.map(({ id, expected }) => [id, expected]));

test('a product that answers every scope question as the scheme expects is in scope (DOMAIN §5.1)', () => {
  equal(scopeGaps(japaneseScheme, IN_SCOPE), []);
});

test('each scope question that is open, or answered the other way, is a gap of its own', () => {
  for (const { id, expected } of japaneseScheme.scopeQuestions) {
    const others = Object.fromEntries(Object.entries(IN_SCOPE).filter(([question]) => question !== id));
    equal(scopeGaps(japaneseScheme, others), [{ code: 'scope_unanswered', path: `scope.${id}`, params: {} }]);
    const turned = { ...IN_SCOPE, [id]: !expected };
    equal(scopeGaps(japaneseScheme, turned), [{ code: 'out_of_scope', path: `scope.${id}`, params: {} }]);
  }
});
