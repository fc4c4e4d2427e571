import assert from 'node:assert/strict';
import { test } from 'node:test';
import { TokenBuckets } from './token-buckets.ts';

test('a burst is let through, then one at a steady rate; waiting longer does not save up more than a burst', () => {
  let now = 0;
  const buckets = new TokenBuckets({ burst: 2, perSecond: 0.1 }, () => now);
  const takes = (count: number): readonly number[] => Array.from({ length: count }, () => buckets.take('a'));
  assert.equal(takes(3).join(), '0,0,10');
  now = 10_000;
  assert.equal(takes(2).join(), '0,10');
  now = 10_000_000;
  assert.equal(takes(3).join(), '0,0,10');
});

test('one client’s searches do not use up another’s, and the oldest is forgotten first', () => {
  const buckets = new TokenBuckets({ burst: 1, perSecond: 0.1 }, () => 0, 2);
  assert.equal(buckets.take('a'), 0);
  assert.equal(buckets.take('b'), 0);
  assert.equal(buckets.take('a'), 10);
  assert.equal(buckets.take('c'), 0);
  assert.equal(buckets.take('a'), 10);
  assert.equal(buckets.take('b'), 0);
});
