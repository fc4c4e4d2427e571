import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { EMPTY_APPLICATION } from './application.ts';
import { closedCriteria } from './closed-criteria.ts';
import { withExchangedEvidence } from './exchange-evidence.ts';

const BEFORE = {
  ...EMPTY_APPLICATION,
  determinations: [
    { criterion: 'A', evidence: ['log.txt', 'photo.png'] },
    { criterion: 'B', evidence: ['log.txt'] },
    { criterion: 'C', evidence: ['photo.png'] },
  ],
};
const closedFor = (open: readonly string[], name = 'log.txt'): readonly string[] => {
  const exchange = { name, by: 'new.txt', isOpen: (criterion: string) => open.includes(criterion) };
  return closedCriteria(BEFORE, withExchangedEvidence(BEFORE, exchange), name);
};

test('a file that only closed criteria have is kept by each of them (DOMAIN §5.7)', () => {
  equal(closedFor([]), ['A', 'B']);
  equal(closedFor(['C']), ['A', 'B']);
});

test('nothing hinders an exchange for the criteria that are open, or of a file no criterion has', () => {
  equal(closedFor(['A']), []);
  equal(closedFor(['A', 'B']), []);
  equal(closedFor([], 'elsewhere.txt'), []);
});
