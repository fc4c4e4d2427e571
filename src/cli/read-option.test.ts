import { test } from 'node:test';
import { equal } from '../../testing/equal.ts';
import { textOption } from './read-option.ts';

test('a text typed as an option holds nothing that acts on the terminal of whoever reads it later', () => {
  const typed = '  \u001b[2J\u202e基準3を\u0000満たしません。\n\ud800 ';
  equal(textOption({ positionals: [], values: { reason: typed } }, 'reason'), '[2J基準3を満たしません。\n\ufffd');
});
