import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { columnOf, rowOf } from '../../../testing/builders/messy-workbook.ts';
import { assertSame, readMess } from '../../../testing/builders/messy-checklist.ts';
import { closeWorkbookReader } from '../workbook/read-workbook.ts';
import { equal } from '../../../testing/equal.ts';

after(closeWorkbookReader);

test('sheets in another order and under other names are known by their headings', async () => {
  const { application } = await readMess((sheetNamed, sheets) => {
    sheetNamed('適合基準').name = 'ﾁｪｯｸﾘｽﾄ最終版';
    sheetNamed('型番').name = 'Sheet3';
    sheets.reverse();
  });
  assertSame(application);
});

test('columns moved to another place are found', async () => {
  const { application } = await readMess((sheetNamed) => {
    for (const name of ['型番', 'インタフェース', '適合基準', '申請内容']) {
      const sheet = sheetNamed(name);
      sheet.rows = sheet.rows.map((row) => [...row].reverse());
      sheet.cells = new Map();
    }
  });
  assertSame(application);
});

test('headings in another width, with spaces and line breaks, are the same headings', async () => {
  const { application } = await readMess((sheetNamed) => {
    const sheet = sheetNamed('型番');
    sheet.rows[0] = ['型 番', '型番ごとの\n製品名', 'ＪＡＮコード (ＧＴＩＮ)', '他の型番との違い'];
    sheet.cells = new Map();
    sheet.name = '型番　';
  });
  assertSame(application);
});

test('English headings are understood in a Japanese workbook', async () => {
  const { application } = await readMess((sheetNamed) => {
    const sheet = sheetNamed('インタフェース');
    sheet.rows[0] = ['Interface', 'Kind', 'Speaks IP?', 'Do data reach the Internet?', 'Use'];
    sheet.cells = new Map();
  });
  assertSame(application);
});

test('a title above the headings and empty rows between answers do not matter', async () => {
  const reading = await readMess((sheetNamed) => {
    const sheet = sheetNamed('型番');
    sheet.rows.unshift(['型番一覧（社外秘）'], []);
    sheet.rows.splice(4, 0, [], []);
    sheet.cells = new Map();
  });
  assertSame(reading.application);
  equal(reading.placeOf('models.1.number'), { sheet: '型番', cell: 'A7' });
});

test('added columns, sheets and rows are left aside and noted', async () => {
  const reading = await readMess((sheetNamed, sheets) => {
    const models = sheetNamed('型番');
    models.rows = models.rows.map((row, place) => [...row, place === 0 ? '社内メモ' : '要確認']);
    models.rows = models.rows.filter((_, place) => place < 3);
    const items = sheetNamed('申請内容');
    items.rows.push(['memo.1', null, '課長の確認', null, null, '済み', null]);
    sheets.push({
      name: '集計',
      rows: [
        ['月', '件数'],
        ['4月', 3],
      ],
    });
  });
  assertSame(reading.application);
  equal(reading.notes.map(({ code }) => code).toSorted(), ['extra_column', 'extra_row', 'extra_sheet']);
});

test('questions are known by their words when the ids are gone', async () => {
  const { application } = await readMess((sheetNamed) => {
    const sheet = sheetNamed('申請内容');
    sheet.rows = sheet.rows.map((row) => row.slice(1));
    sheet.cells = new Map();
    delete sheet.dataValidations;
  });
  assertSame(application);
});

test('a value merged down several rows counts for each of them, and is noted', async () => {
  const reading = await readMess((sheetNamed) => {
    const sheet = sheetNamed('適合基準');
    const column = columnOf(sheet, '判定した人');
    sheet.rows.forEach((row, place) => {
      if (place > 1) row[column] = null;
    });
    sheet.merges = [{ startRow: 1, startCol: column, endRow: sheet.rows.length - 1, endCol: column }];
  });
  assertSame(reading.application);
  assert.ok(reading.notes.some(({ code, sheet }) => code === 'merged_cells' && sheet === '適合基準'));
});

test('an answer merged with the help beside it is read from its first cell', async () => {
  const { application } = await readMess((sheetNamed) => {
    const sheet = sheetNamed('申請内容');
    const [row, column] = [rowOf(sheet, 'product.name'), columnOf(sheet, '回答')];
    sheet.merges = [{ startRow: row, startCol: column, endRow: row, endCol: column + 1 }];
  });
  assertSame(application);
});
