import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { columnOf, rowOf } from '../../../testing/builders/messy-workbook.ts';
import { assertSame, COMPLETE, readMess, refuseMess, setAnswer } from '../../../testing/builders/messy-checklist.ts';
import { closeWorkbookReader } from '../workbook/read-workbook.ts';
import { equal } from '../../../testing/equal.ts';

after(closeWorkbookReader);

test('a hidden sheet is read where it is the only one, and noted', async () => {
  const reading = await readMess((sheetNamed) => {
    sheetNamed('型番').hidden = true;
  });
  assertSame(reading.application);
  assert.ok(reading.notes.some(({ code, sheet }) => code === 'hidden_sheet' && sheet === '型番'));
});

test('a hidden copy beside the visible sheet is left aside', async () => {
  const reading = await readMess((sheetNamed, sheets) => {
    const models = sheetNamed('型番');
    sheets.push({
      ...models,
      name: '型番 (2)',
      hidden: true,
      rows: [[...(models.rows[0] ?? [])], ['OLD-1', null, null, null]],
    });
  });
  assertSame(reading.application);
});

test('a visible copy of a sheet is a question to its sender', async () => {
  const { faults } = await refuseMess((sheetNamed, sheets) => {
    sheets.push({ ...sheetNamed('型番'), name: '型番 (2)' });
  });
  equal(
    faults.map(({ code, sheet }) => [code, sheet]),
    [['sheet_twice', '型番 (2)']],
  );
});

test('full-width digits, marks, era dates, serial dates and line breaks are read as what they mean', async () => {
  const reading = await readMess((sheetNamed) => {
    const items = sheetNamed('申請内容');
    setAnswer(items, 'vendor.corporateNumber', '９９９９９９９０００　０１７');
    setAnswer(items, 'product.sameDesign', '○');
    setAnswer(items, 'services.required', '有');
    setAnswer(items, 'data.personalDataHandled', true);
    setAnswer(items, 'scope.general-purpose', '×');
    setAnswer(items, 'scope.user-adds-security', 'ＮＯ');
    setAnswer(items, 'support.endsOn', '令和１３年１１月２２日');
    setAnswer(items, 'review.completedOn', 46328);
    setAnswer(items, 'product.description', '一行目\r\n二行目');
    const criteria = sheetNamed('適合基準');
    criteria.rows.forEach((row, place) => {
      if (place > 0) row[columnOf(criteria, '判定')] = place % 2 === 0 ? '〇' : '適合';
      if (place > 0) row[columnOf(criteria, '判定した日')] = 'R8.10.23';
    });
  });
  const { answers } = reading.application;
  assert.equal(answers['vendor.corporateNumber'], '9999999000017');
  assert.equal(answers['product.description'], '一行目\n二行目');
  assert.equal(answers['support.endsOn']?.toString(), '2031-11-22');
  assert.equal(answers['review.completedOn']?.toString(), '2026-11-02');
  const expected = { ...COMPLETE, answers: { ...COMPLETE.answers, 'product.description': '一行目\n二行目' } };
  assertSame(reading.application, expected);
});

test('one cell may hold several choices or files, by name or id', async () => {
  const reading = await readMess((sheetNamed) => {
    const items = sheetNamed('申請内容');
    items.rows = items.rows.filter(([id]) => !String(id).startsWith('support.kinds.'));
    items.rows.push([
      'support.kinds',
      null,
      'サポートの内容',
      null,
      null,
      '脆弱性のお知らせ、security-updates・問合せへの対応',
      null,
    ]);
    items.cells = new Map();
    const criteria = sheetNamed('適合基準');
    const [row, column] = [rowOf(criteria, 'S1.1-05'), columnOf(criteria, '証拠ファイル1')];
    (criteria.rows[row] ?? [])[column] = '方針・写し.pdf、S1.1-05.txt';
  });
  equal(reading.application.answers['support.kinds'], COMPLETE.answers['support.kinds']);
  const fifth = reading.application.determinations.find(({ criterion }) => criterion === 'S1.1-05');
  equal(fifth?.evidence, ['方針・写し.pdf', 'S1.1-05.txt']);
});

test('interfaces in determinations are matched to the list whatever their width', async () => {
  const { application } = await readMess((sheetNamed) => {
    const criteria = sheetNamed('適合基準');
    const column = columnOf(criteria, '対象インタフェース');
    criteria.rows.forEach((row) => {
      if (row[column] === 'LAN1') row[column] = 'ｌａｎ １';
    });
  });
  assertSame(application);
});

test('the stored result of a formula is the answer, and is noted', async () => {
  let address = '';
  const reading = await readMess((sheetNamed) => {
    const items = sheetNamed('申請内容');
    const row = rowOf(items, 'product.firmware');
    address = `F${String(row + 1)}`;
    items.cells?.set(`${String(row)},5`, {
      value: '3.2.0',
      type: 'formula',
      formula: '"3.2"&".0"',
      formulaResult: '3.2.0',
    });
  });
  assertSame(reading.application);
  equal(
    reading.notes.map(({ code, cell }) => [code, cell]),
    [['formula_used', address]],
  );
});

test('a workbook of an older version with its own headings is read and noted', async () => {
  const reading = await readMess((sheetNamed) => {
    const meta = sheetNamed('_meta');
    (meta.rows[rowOf(meta, 'version')] ?? [])[1] = '0';
    (meta.rows[rowOf(meta, 'heading:models.number')] ?? [])[1] = '品番';
    const models = sheetNamed('型番');
    (models.rows[0] ?? [])[0] = '品番';
    models.cells = new Map();
    models.name = '品番表';
    const items = sheetNamed('申請内容');
    items.rows = items.rows.filter(([id]) => id !== 'publication.recognition');
  });
  assertSame(reading.application);
  equal(
    reading.notes.map(({ code }) => code),
    ['older_template'],
  );
});

test('a workbook made for an earlier version of the criteria is read and noted', async () => {
  const reading = await readMess((sheetNamed) => {
    const meta = sheetNamed('_meta');
    (meta.rows[rowOf(meta, 'setVersion')] ?? [])[1] = '1.0';
  });
  assertSame(reading.application);
  equal(reading.notes[0], { code: 'other_set', params: { found: 'S1 1.0', expected: 'S1 1.1' } });
});

test('a workbook without its hidden sheet is still read', async () => {
  const reading = await readMess((_sheetNamed, sheets) => {
    sheets.splice(
      sheets.findIndex(({ name }) => name === '_meta'),
      1,
    );
  });
  assertSame(reading.application);
  equal(
    reading.notes.map(({ code }) => code),
    ['template_unknown'],
  );
});
