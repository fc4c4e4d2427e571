import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { mergeChecks, type ItemCheck } from './merge-checks.ts';

const check = (isTicked: boolean, remark = '', item = 'product'): ItemCheck => ({ item, isTicked, remark });

test('only items that were touched are kept', () => {
  const stored = [check(true, '', 'vendor')];
  equal(mergeChecks(stored, [{ before: check(false), after: check(false) }]), []);
  equal(mergeChecks(stored, [{ before: check(false), after: check(true) }]), [check(true)]);
  // an old page does not take back what it did not touch
  equal(mergeChecks(stored, [{ before: check(false, '', 'vendor'), after: check(false, '', 'vendor') }]), []);
});

test('two officers on one item lose nothing, and the tick is taken off where they differ', () => {
  const stored = [check(true, '型番')];
  equal(mergeChecks(stored, [{ before: check(false), after: check(false, '住所') }]), [check(false, '型番\n住所')]);
  equal(mergeChecks(stored, [{ before: check(true, '型番'), after: check(true, '型番を直す') }]), [
    check(true, '型番を直す'),
  ]);
  equal(mergeChecks([check(false, 'x')], [{ before: check(true), after: check(false) }]), []);
});

test('a remark is taken off by whoever saw it', () => {
  equal(mergeChecks([check(false, 'x')], [{ before: check(false, 'x'), after: check(true) }]), [check(true)]);
});

test('the same change sent twice changes nothing the second time', () => {
  const sent = [{ before: check(false), after: check(true, 'x') }];
  const once = mergeChecks([], sent);
  equal(once, [check(true, 'x')]);
  equal(mergeChecks(once, sent), []);
});
