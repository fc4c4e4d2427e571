import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { workbookFile, type WorkbookParts } from '../../../testing/workbook-file.ts';
import { closeWorkbookReader, readWorkbook } from './read-workbook.ts';
import { cellsByAddress, type SheetTable } from './sheet-table.ts';

after(closeWorkbookReader);

async function read(parts: WorkbookParts): Promise<SheetTable[]> {
  const tables = await readWorkbook(workbookFile(parts));
  assert.ok(tables.ok, tables.ok ? '' : tables.error.code);
  return tables.value;
}

/** The cells of a one-sheet workbook as `address: kind value`. */
async function cells(
  rows: string,
  parts: Omit<WorkbookParts, 'sheets'> & { after?: string } = {},
): Promise<Record<string, unknown>> {
  const { after: following, ...rest } = parts;
  const [table] = await read({
    ...rest,
    sheets: [{ name: 's', rows, ...(following === undefined ? {} : { after: following }) }],
  });
  assert.ok(table);
  return Object.fromEntries(
    table.cells.map(({ address, row, column, ...content }) => {
      assert.ok(row >= 1 && column >= 1);
      return [address, content];
    }),
  );
}

const text = (value: string): object => ({ kind: 'text', value });
const row = (...written: string[]): string => `<row r="1">${written.join('')}</row>`;

test('text, numbers, truth values and errors keep their kind', async () => {
  const strings = '<si><t>はい</t></si>';
  const written = row(
    '<c r="A1" t="s"><v>0</v></c>',
    '<c r="B1"><v>4901234567894</v></c>',
    '<c r="C1" t="b"><v>1</v></c>',
    '<c r="D1" t="e"><v>#N/A</v></c>',
    '<c r="E1" s="0"/>',
    '<c r="F1" t="inlineStr"><is><t>００１</t></is></c>',
  );
  equal(await cells(written, { strings }), {
    A1: text('はい'),
    B1: { kind: 'number', value: 4901234567894 },
    C1: { kind: 'boolean', value: true },
    D1: { kind: 'error', value: '#N/A' },
    F1: text('００１'),
  });
});

test('rich text is flattened, reading aids left out, line breaks kept', async () => {
  const strings =
    '<si><r><t>適合</t></r><r><rPr><b/><color rgb="FFFF0000"/></rPr><t xml:space="preserve"> した</t></r></si>' +
    '<si><t>品川区</t><rPh sb="0" eb="3"><t>シナガワク</t></rPh></si><si><t>一行目_x000D_\n二行目</t></si>';
  const written = row('<c r="A1" t="s"><v>0</v></c>', '<c r="B1" t="s"><v>1</v></c>', '<c r="C1" t="s"><v>2</v></c>');
  equal(await cells(written, { strings }), {
    A1: text('適合 した'),
    B1: text('品川区'),
    C1: text('一行目\n二行目'),
  });
});

test('a formula gives the value stored with it, and says so', async () => {
  const written = row(
    '<c r="A1"><f>1+1</f><v>2</v></c>',
    '<c r="B1" t="str"><f>"a"&amp;"b"</f><v>ab</v></c>',
    '<c r="C1"><f>NOW()</f></c>',
    '<c r="D1" t="e"><f>1/0</f><v>#DIV/0!</v></c>',
    '<c r="E1" s="1"><f>TODAY()</f><v>46348</v></c>',
  );
  equal(await cells(written, { formats: ['yyyy/m/d'] }), {
    A1: { kind: 'number', value: 2, formula: true },
    B1: { ...text('ab'), formula: true },
    C1: { kind: 'empty', formula: true },
    D1: { kind: 'error', value: '#DIV/0!', formula: true },
    E1: { kind: 'day', value: '2026-11-22', formula: true },
  });
});

test('a merged range gives its value once, at its first cell, whatever lies under it', async () => {
  const written =
    '<row r="2"><c r="B2"><v>1</v></c><c r="C2"><v>9</v></c></row><row r="3"><c r="B3" s="0"/><c r="D3"><v>2</v></c></row>';
  const after = '<mergeCells count="2"><mergeCell ref="B2:C3"/><mergeCell ref="D3:XFD1048576"/></mergeCells>';
  equal(await cells(written, { after }), {
    B2: { kind: 'number', value: 1 },
    C2: { kind: 'empty', coveredBy: 'B2' },
    B3: { kind: 'empty', coveredBy: 'B2' },
    C3: { kind: 'empty', coveredBy: 'B2' },
    D3: { kind: 'number', value: 2 },
  });
});

test('a day is the same day in every date format, era formats included', async () => {
  const formats = [
    'yyyy/m/d',
    '[$-411]ggge"年"m"月"d"日"',
    '[$-ja-JP-x-gannen]ggge"年"m"月"d"日";@',
    '[$-411]ge.m.d',
    'yyyy"年"m"月"d"日"',
    'd-mmm-yy',
    'yyyy/m/d h:mm',
    'h:mm',
    '0.00',
    '#,##0"日"',
  ];
  const column = 'ABCDEFGHIJ';
  const serial = ['46348', '46348', '46348', '46348', '46348', '46348', '46348.5625', '0.75', '46348', '46348'];
  const written = row(
    ...formats.map((_, index) => `<c r="${column[index]}1" s="${index + 1}"><v>${serial[index]}</v></c>`),
  );
  const day = { kind: 'day', value: '2026-11-22' };
  equal(await cells(written, { formats }), {
    A1: day,
    B1: day,
    C1: day,
    D1: day,
    E1: day,
    F1: day,
    G1: { ...day, time: '13:30:00' },
    H1: { kind: 'number', value: 0.75 },
    I1: { kind: 'number', value: 46348 },
    J1: { kind: 'number', value: 46348 },
  });
});

test('both calendars give their days, and what lies outside them is the error that Excel shows', async () => {
  const formats = ['yyyy-mm-dd'];
  const written = row(
    '<c r="A1" s="1"><v>44886</v></c>',
    '<c r="B1" s="1"><v>1</v></c>',
    '<c r="C1" s="1"><v>61</v></c>',
    '<c r="D1" s="1"><v>1e12</v></c>',
  );
  const days = (value: string): object => ({ kind: 'day', value });
  const outside = { kind: 'error', value: '########' };
  equal(await cells(written, { formats, date1904: true }), {
    A1: days('2026-11-22'),
    B1: days('1904-01-02'),
    C1: days('1904-03-02'),
    D1: outside,
  });
  equal(await cells(written, { formats }), {
    A1: days('2022-11-21'),
    B1: days('1900-01-01'),
    C1: days('1900-03-01'),
    D1: outside,
  });
});

test('every sheet is read, hidden ones marked', async () => {
  const rows = '<row r="1"><c r="A1"><v>1</v></c></row>';
  const tables = await read({
    sheets: [
      { name: '回答', rows },
      { name: '選択肢', rows, state: 'hidden' },
      { name: 'meta', rows, state: 'veryHidden' },
      { name: '空', rows: '' },
    ],
  });
  equal(
    tables.map(({ name, hidden, cells: found }) => [name, hidden, found.length]),
    [
      ['回答', false, 1],
      ['選択肢', true, 1],
      ['meta', true, 1],
      ['空', false, 0],
    ],
  );
  assert.equal(cellsByAddress(tables[0] ?? { name: '', hidden: false, cells: [] }).get('A1')?.kind, 'number');
});

test('formatting left in the last corner of a sheet costs nothing and hides nothing', async () => {
  const written = '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="0"/></row>';
  equal(await cells(written), { A1: { kind: 'number', value: 1 } });
});

test('a chart sheet, which holds no cells, is passed over', async () => {
  const tables = await read({
    otherSheets: '<sheet name="グラフ" sheetId="9" r:id="rId9"/>',
    workbookRelations:
      '<Relationship Id="rId9" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/chartsheet" Target="chartsheets/sheet1.xml"/>',
    extra: [{ name: 'xl/chartsheets/sheet1.xml', data: '<chartsheet/>' }],
  });
  equal(
    tables.map(({ name }) => name),
    ['Sheet1'],
  );
});
