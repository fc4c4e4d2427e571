import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { japaneseScheme, secondScheme } from '../../../testing/schemes.ts';
import { formItems } from '../../core/case/form-items.ts';
import { message } from '../../i18n/message.ts';
import { itemsInOrder } from './task-groups.ts';

test('every item a format check speaks of has its task, and no task stands for anything else', () => {
  for (const scheme of [japaneseScheme, secondScheme]) {
    for (const set of scheme.criteriaSets) {
      const shown = itemsInOrder({ form: { scheme, set, words: message } });
      equal([...shown].sort(), [...formItems(set)].sort());
    }
  }
});
