import { test } from 'node:test';
import fc from 'fast-check';
import { equal } from '../../../testing/equal.ts';
import { splitList } from './split-list.ts';

test('one cell may list its values by any of the signs in use', () => {
  const lists = [
    'NC-100、NC-200',
    'NC-100\r\nNC-200',
    'NC-100,NC-200',
    'NC-100；NC-200',
    'NC-100／NC-200',
    '・NC-100\n・NC-200',
    'NC-100·NC-200',
    ' NC-100 ，\n NC-200 、',
    '● NC-100\n● NC-200',
  ];
  for (const list of lists) equal(splitList(list), ['NC-100', 'NC-200'], list);
});

test('slashes, brackets and spaces within a model number part nothing', () => {
  equal(splitList('WX/7200 (BK)'), ['WX/7200 (BK)']);
  equal(splitList(7200), ['7200']);
  equal(splitList(' 、\n'), []);
});

test('no text makes the splitting throw, and a list split once splits into itself', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[ab•●*、,\n\r;／・ \u200e\ufeff]{0,12}$/u)),
      (typed) => {
        const values = splitList(typed);
        equal(splitList(values.join('\n')), values);
      },
    ),
    { numRuns: 2_000 },
  );
});
