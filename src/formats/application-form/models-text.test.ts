import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { formWords } from '../../../testing/form-words.ts';
import { japaneseScheme } from '../../../testing/schemes.ts';
import { modelsText, modelsTextOfTable, readModelsText } from './models-text.ts';
import { readableForm } from './readable-form.ts';

const [set] = japaneseScheme.criteriaSets;
if (set === undefined) throw new Error('no criteria set');
const form = readableForm({ scheme: japaneseScheme, set, words: formWords });

test('a line is a model, cells between tabs or commas in any width, and the text of the rows reads back alike', () => {
  const { rows, faults } = readModelsText('GW-1\tゲートウェイ\t\t白\n\nGW-2，ゲートウェイ２\n GW-3 ', form);
  equal(faults, []);
  equal(rows, [
    { number: 'GW-1', name: 'ゲートウェイ', difference: '白' },
    { number: 'GW-2', name: 'ゲートウェイ２' },
    { number: 'GW-3' },
  ]);
  equal(readModelsText(modelsText(rows), form).rows, rows);
});

test('every line that cannot be read is named with why, and the others are read', () => {
  const { rows, faults } = readModelsText('GW-1\nGW-2\ta\t4901234567890\nGW-3,a,,b,c', form);
  equal(
    faults.map(({ line, code }) => [line, code]),
    [
      [2, 'gtin_check_digit_wrong'],
      [3, 'too_many_cells'],
    ],
  );
  equal(rows.length, 3);
});

test('headings put the columns of a table into the order of the form, in either language', () => {
  for (const heading of [
    ['色', '型番ごとの製品名', '型番'],
    ['Colour', 'Name of this model', 'model number'],
  ]) {
    const { text, leftOut } = modelsTextOfTable([heading, ['白', 'ゲートウェイ', 'GW-1']], form);
    equal([text, leftOut], ['GW-1\tゲートウェイ', [heading[0]]]);
  }
});

test('without headings the columns stand in the order of the form, and line breaks in a cell become spaces', () => {
  const { text, leftOut } = modelsTextOfTable([['GW-1', 'ゲート\nウェイ'], ['GW-2']], form);
  equal([text, leftOut], ['GW-1\tゲート ウェイ\nGW-2', []]);
});

test('a table of very many headings is read at once: it holds up nobody who waits for a page', () => {
  const began = performance.now();
  const { leftOut } = modelsTextOfTable([['number', ...Array.from({ length: 200_000 }, () => 'x')], ['GW-1']], form);
  equal(leftOut.length, 200_000);
  assert.ok(performance.now() - began < 2000, 'four names were folded anew for each heading');
});

test('a list longer than any other file may have is named as such and not read, and at most two hundred lines are told', () => {
  equal(readModelsText('GW-1\n'.repeat(5000), form).rows.length, 5000);
  const { rows, faults } = readModelsText('GW-1\n'.repeat(5001), form);
  equal([rows.length, faults], [0, [{ line: 5001, code: 'too_many_rows', params: { most: 5000 } }]]);
  equal(readModelsText('a,b,c,d,e\n'.repeat(4000), form).faults.length, 200);
});
