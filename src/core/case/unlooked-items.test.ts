import { test } from 'node:test';
import { setFor } from '../../../testing/builders/application.ts';
import { equal } from '../../../testing/equal.ts';
import { japaneseScheme } from '../../../testing/schemes.ts';
import { formItems } from './form-items.ts';
import { unlookedItems } from './unlooked-items.ts';

const { set } = setFor(japaneseScheme, Temporal.PlainDate.from('2026-04-01'));

test('an item is looked at once it is ticked: a remark alone, and a tick that was taken off, are no look', () => {
  const items = formItems(set);
  equal(unlookedItems(set, []), items);
  const checked = [
    { item: 'vendor', isTicked: true },
    { item: 'product', isTicked: false },
    { item: 'of another form', isTicked: true },
  ];
  equal(
    unlookedItems(set, checked),
    items.filter((item) => item !== 'vendor'),
  );
  equal(
    unlookedItems(
      set,
      items.map((item) => ({ item, isTicked: true })),
    ),
    [],
  );
});
