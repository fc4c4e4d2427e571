import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { formWords } from '../../../testing/form-words.ts';
import { japaneseScheme } from '../../../testing/schemes.ts';
import { withAddedModels } from './added-models.ts';
import { readableForm } from './readable-form.ts';

const [set] = japaneseScheme.criteriaSets;
if (set === undefined) throw new Error('no criteria set');
const form = readableForm({ scheme: japaneseScheme, set, words: formWords });
const added = (present: string, more: string): readonly string[] => withAddedModels(present, more, form).split('\n');

test('a model that stands in the list already, however its line was typed, is not added again', () => {
  equal(added('GW-1\tゲートウェイ\nGW-2', 'GW-2\nGW-1，ゲートウェイ\nGW-3'), ['GW-1\tゲートウェイ', 'GW-2', 'GW-3']);
  equal(added('GW-1', 'GW-1\n'), ['GW-1']);
});

test('a line that says something else of a model, or that cannot be read, is added once', () => {
  equal(added('GW-1', 'GW-1\tゲートウェイ'), ['GW-1', 'GW-1\tゲートウェイ']);
  const wrong = 'GW-2\ta\t4901234567890';
  equal(added('GW-1', wrong), ['GW-1', wrong]);
  equal(added(`GW-1\n${wrong}`, wrong), ['GW-1', wrong]);
});

test('an empty list becomes the one that is added, as it is', () => {
  equal(added('', 'GW-1\nGW-1'), ['GW-1', 'GW-1']);
});
