import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { COMPLETE_VENDOR, evidenceNames } from '../../../testing/builders/application.ts';
import { COMPLETE, FORM, refuseMess, setAnswer, TODAY } from '../../../testing/builders/messy-checklist.ts';
import { columnOf, rowOf } from '../../../testing/builders/messy-workbook.ts';
import { applicationGaps } from '../../core/case/application-gaps.ts';
import { placedGaps } from './placed-gaps.ts';
import { closeWorkbookReader } from '../workbook/read-workbook.ts';
import { equal } from '../../../testing/equal.ts';

after(closeWorkbookReader);

for (const [key, value, code] of [
  ['version', '99', 'version_unknown'],
  ['scheme', 'nz-seal', 'other_scheme'],
  ['level', 's2', 'other_level'],
] as const) {
  test(`a workbook whose ${key} is ${value} is refused as ${code}`, async () => {
    const { faults } = await refuseMess((sheetNamed) => {
      const meta = sheetNamed('_meta');
      (meta.rows[rowOf(meta, key)] ?? [])[1] = value;
    });
    equal(
      faults.map((fault) => fault.code),
      [code],
    );
  });
}

test('a missing sheet and a missing column are named once, without the gaps they would bring', async () => {
  const refusal = await refuseMess((sheetNamed, sheets) => {
    const criteria = sheetNamed('適合基準');
    (criteria.rows[0] ?? [])[columnOf(criteria, '判定')] = '結果？';
    criteria.cells = new Map();
    sheets.splice(
      sheets.findIndex(({ name }) => name === '型番'),
      1,
    );
  });
  const facts = { scheme: FORM.scheme, set: FORM.set, vendor: COMPLETE_VENDOR, today: TODAY };
  const attached = new Set(evidenceNames(COMPLETE));
  const { application } = refusal.reading;
  const placed = placedGaps(applicationGaps({ application, ...facts, attached }), refusal.faults, refusal.reading);
  equal(
    placed.map(({ code }) => code),
    ['sheet_missing', 'column_missing'],
  );
});

test('every unreadable cell is named at once, with its sheet, cell and criterion, and nothing is taken', async () => {
  let cell = '';
  const { faults, reading } = await refuseMess((sheetNamed) => {
    const items = sheetNamed('申請内容');
    cell = setAnswer(items, 'support.endsOn', '来年の春');
    setAnswer(items, 'product.firmware', 3.2);
    items.rows.push(['product.name', null, null, null, null, '別の名前', null]);
    const criteria = sheetNamed('適合基準');
    const [row, column] = [rowOf(criteria, 'S1.1-09'), columnOf(criteria, '判定')];
    criteria.cells?.set(`${String(row)},${String(column)}`, { value: '#REF!', type: 'error' });
    (criteria.rows[rowOf(criteria, 'S1.1-03')] ?? [])[0] = null;
  });
  const found = faults.map(({ code, sheet, criterion }) => [code, sheet, criterion]);
  equal(found, [
    ['item_twice', '申請内容', undefined],
    ['version_may_have_lost_zeros', '申請内容', undefined],
    ['unreadable_day', '申請内容', undefined],
    ['error_value', '適合基準', 'S1.1-09'],
    ['criterion_unnamed', '適合基準', undefined],
  ]);
  assert.equal(faults[2]?.cell, cell);
  assert.equal(reading.application.answers['support.endsOn'], undefined);
});

test('a sheet of something else is refused part by part', async () => {
  const { faults } = await refuseMess((_sheetNamed, sheets) => {
    sheets.splice(0, sheets.length, {
      name: 'Sheet1',
      rows: [
        ['a', 'b'],
        [1, 2],
      ],
    });
  });
  equal(
    faults.map(({ code, path }) => [code, path]),
    [
      ['sheet_missing', ''],
      ['sheet_missing', 'models'],
      ['sheet_missing', 'interfaces'],
      ['sheet_missing', 'determinations'],
    ],
  );
});
