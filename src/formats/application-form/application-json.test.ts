import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asPlain } from '../../../testing/builders/as-plain.ts';
import { COMPLETE, FORM } from '../../../testing/builders/messy-checklist.ts';
import { fromApplicationJson, toApplicationJson } from './application-json.ts';
import { readableForm } from './readable-form.ts';
import { equal } from '../../../testing/equal.ts';

const READABLE = readableForm(FORM);
const WRITTEN = toApplicationJson(COMPLETE, FORM);

function codes(change: object): readonly (readonly [string, string])[] {
  const read = fromApplicationJson({ ...WRITTEN, ...change }, READABLE);
  return read.ok ? [] : read.error.map(({ code, path }) => [code, path] as const);
}

test('an application comes back from its JSON the same', () => {
  const read = fromApplicationJson(JSON.parse(JSON.stringify(WRITTEN)), READABLE);
  assert.ok(read.ok);
  equal(asPlain(read.value), asPlain(COMPLETE));
});

test('values may be spelt as people spell them', () => {
  const answers = {
    'support.endsOn': '令和13年3月31日',
    'product.type': 'ルーター（有線・無線）',
    'product.sameDesign': '○',
    'support.kinds': ['修理', 'security-updates'],
    'updates.automatic': 'ON FROM THE START',
    'vendor.website': null,
    'vendor.corporateNumber': 9999999000017,
  };
  const read = fromApplicationJson({ ...WRITTEN, answers }, READABLE);
  assert.ok(read.ok);
  equal(asPlain(read.value.answers), {
    'support.endsOn': { day: '2031-03-31' },
    'product.type': 'router',
    'product.sameDesign': true,
    'support.kinds': ['security-updates', 'repair'],
    'updates.automatic': 'on',
    'vendor.corporateNumber': '9999999000017',
  });
});

test('all that cannot be read is told at once, by path', () => {
  const found = codes({
    version: 2,
    scheme: 'other',
    level: 's2',
    colour: 'red',
    answers: { 'product.colour': 'red', 'product.name': { ja: 'x' }, 'support.endsOn': '来年' },
    scope: { 'has-hardware': 'たぶん', unknown: true },
    profile: [],
    models: [{ number: 'A', colour: 'red' }, 'B'],
    services: {},
  });
  equal(found.toSorted(), [
    ['not_yes_or_no', 'scope.has-hardware'],
    ['other_level', 'level'],
    ['other_scheme', 'scheme'],
    ['unknown_key', 'colour'],
    ['unknown_key', 'models.0.colour'],
    ['unknown_key', 'product.colour'],
    ['unknown_key', 'scope.unknown'],
    ['unreadable_day', 'support.endsOn'],
    ['version_unknown', 'version'],
    ['wrong_type', 'models.1'],
    ['wrong_type', 'product.name'],
    ['wrong_type', 'profile'],
    ['wrong_type', 'services'],
  ]);
});

test('a table has at most as many rows as a sheet of a workbook', () => {
  const rows = (length: number): unknown[] =>
    Array.from({ length }, (_row, place) => ({ number: `M-${String(place)}` }));
  equal(codes({ models: rows(5000) }), []);
  equal(codes({ models: rows(5001) }), [['table_too_long', 'models']]);
});

test('what is no application at all is refused as such', () => {
  for (const value of [null, 1, 'x', [], {}, { form: 'other' }]) {
    const read = fromApplicationJson(value, READABLE);
    assert.ok(!read.ok);
    assert.equal(read.error[0]?.code, 'not_an_application');
  }
});
