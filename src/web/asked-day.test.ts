import { test } from 'node:test';
import { equal } from '../../testing/equal.ts';
import { askedDay } from './asked-day.ts';

test('a day is read as people write it, and nothing else is taken for one', () => {
  for (const typed of ['2026-03-31', '令和8年3月31日', '２０２６／３／３１', '20260331', ' 2026.3.31 ', 'R8.3.31']) {
    equal(askedDay(typed)?.toString(), '2026-03-31', typed);
  }
  for (const typed of [undefined, '', ' ', '　']) equal(askedDay(typed), 'blank');
  for (const typed of [
    '45000',
    '260331',
    '300',
    '2026',
    '46112.5',
    '４６１１２',
    '2026-02-30',
    'yesterday',
    '3/4/26',
  ]) {
    equal(askedDay(typed), undefined, typed);
  }
});
