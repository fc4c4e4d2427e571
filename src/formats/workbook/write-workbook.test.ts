import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { readXlsx, type Sheet } from 'hucre/xlsx';
import { equal } from '../../../testing/equal.ts';
import { listParts } from './list-parts.ts';
import { closeWorkbookReader, readWorkbook } from './read-workbook.ts';
import { unpackParts } from './unpack-parts.ts';
import { WORKBOOK_LIMITS } from './workbook-limits.ts';
import type { TemplateColumn, TemplateSheet, WorkbookTemplate } from './workbook-template.ts';
import { writeWorkbook } from './write-workbook.ts';

after(closeWorkbookReader);

const columns: TemplateColumn[] = [
  { header: '番号', width: 8, answer: false },
  { header: '適合基準', width: 60, wrap: true, answer: false },
  {
    header: '回答',
    width: 10,
    choice: { values: ['○', '×', '対象外'], strict: true },
    prompt: { title: '回答', text: '一つ選ぶ' },
  },
  { header: '確認日', width: 14, format: 'day', prompt: { title: '確認日', text: '2026-11-22 のように' } },
  { header: '件数', width: 8, format: 'number' },
];

const sheet = (changes: Partial<TemplateSheet> = {}): TemplateSheet => ({
  name: 'チェックリスト',
  columns,
  rows: [
    ['001', '初期パスワード\n=SUM(A1)', null, { day: '2026-11-22' }, 3],
    ['002', '通信の保護', '○', null, null],
  ],
  table: 'checklist',
  ...changes,
});

const template = (sheets: TemplateSheet[] = [sheet()]): WorkbookTemplate => ({
  title: '自己適合宣言 チェックリスト',
  language: 'ja',
  revised: '2026-04-01',
  sheets,
});

async function written(made: WorkbookTemplate = template()): Promise<Uint8Array> {
  const file = await writeWorkbook(made);
  assert.ok(file.ok, file.ok ? '' : file.error.code);
  return file.value;
}

test('what was written reads back as it was, through our own inspection', async () => {
  const meta: TemplateSheet = {
    name: 'meta',
    columns: [{ header: 'key', width: 10 }],
    rows: [['criteria-2026']],
    hidden: true,
  };
  const tables = await readWorkbook(await written(template([sheet(), meta])));
  assert.ok(tables.ok);
  const [checklist, hidden] = tables.value;
  const values = checklist?.cells
    .filter(({ row }) => row > 1)
    .map((cell) => [cell.address, cell.kind, cell.kind === 'empty' ? '' : cell.value]);
  equal(values, [
    ['A2', 'text', '001'],
    ['B2', 'text', '初期パスワード\n=SUM(A1)'],
    ['D2', 'day', '2026-11-22'],
    ['E2', 'number', 3],
    ['A3', 'text', '002'],
    ['B3', 'text', '通信の保護'],
    ['C3', 'text', '○'],
  ]);
  equal([hidden?.name, hidden?.hidden, hidden?.cells.length], ['meta', true, 2]);
});

/** The first sheet as the library reads it, with all that a table does not keep. */
async function firstSheet(made?: WorkbookTemplate): Promise<Sheet> {
  const [first] = (await readXlsx(await written(made), { readStyles: true })).sheets;
  assert.ok(first);
  return first;
}

test('headers are bold, long words wrap and numbers of criteria stay text', async () => {
  const { cells } = await firstSheet();
  assert.equal(cells?.get('0,0')?.style?.font?.bold, true);
  assert.equal(cells.get('1,1')?.style?.alignment?.wrapText, true);
  assert.equal(cells.get('1,0')?.style?.numFmt, '@');
});

test('headers stay in sight, columns are as wide as wanted, the table has its name, nothing is locked', async () => {
  const read = await firstSheet();
  equal(read.freezePane, { rows: 1 });
  assert.equal(read.columns?.[1]?.width, 60);
  assert.equal(read.protection, undefined);
  equal(
    read.tables?.map(({ name, range }) => [name, range]),
    [['checklist', 'A1:E3']],
  );
});

test('answers have their lists and prompts', async () => {
  const [answer, day] = (await firstSheet()).dataValidations ?? [];
  equal(
    [answer?.values, answer?.errorStyle, answer?.inputMessage, answer?.range],
    [['○', '×', '対象外'], 'stop', '一つ選ぶ', 'C2:C203'],
  );
  assert.equal(day?.inputTitle, '確認日');
});

test('a list kept on another sheet is referred to', async () => {
  const column: TemplateColumn = { header: '区分', width: 9, choice: { range: "'選択肢'!$A$2:$A$9" } };
  const read = await firstSheet(template([sheet({ columns: [column], rows: [], table: 'kinds' })]));
  assert.equal(read.dataValidations?.[0]?.formula1, "'選択肢'!$A$2:$A$9");
  assert.equal(read.dataValidations[0].errorStyle, 'warning');
});

test('the same template gives the same bytes, and the file states title, language and its own date', async () => {
  const [first, second] = [await written(), await written()];
  assert.ok(Buffer.from(first).equals(second));
  const listed = await listParts(Buffer.from(first), WORKBOOK_LIMITS);
  assert.ok(listed.ok);
  const parts = unpackParts(Buffer.from(first), listed.value, WORKBOOK_LIMITS);
  assert.ok(parts.ok);
  const core = Buffer.from(parts.value.get('docProps/core.xml') ?? []).toString();
  assert.match(core, /<dc:title>自己適合宣言 チェックリスト<\/dc:title>/);
  assert.match(core, /<dc:language>ja<\/dc:language>/);
  assert.match(core, /<dcterms:modified[^>]*>2026-04-01T00:00:00Z</);
});

test('what Excel would repair or refuse is refused here', async () => {
  const choice = (values: string[]): TemplateSheet =>
    sheet({ columns: [{ header: '区分', width: 9, choice: { values } }], rows: [] });
  const refusals: [WorkbookTemplate, string][] = [
    [template([]), 'no_sheets'],
    [template([sheet({ hidden: true })]), 'no_sheets'],
    [template([sheet({ name: 'a/b' })]), 'sheet_name_invalid'],
    [template([sheet({ name: 'あ'.repeat(32) })]), 'sheet_name_invalid'],
    [template([sheet({ name: 'A' }), sheet({ name: 'a', table: 'other' })]), 'sheet_name_repeated'],
    [template([choice(['x'.repeat(256)])]), 'choice_too_long'],
    [template([choice(['a,b'])]), 'choice_holds_comma'],
    [template([sheet({ rows: [['1', '2', '3', '4', 5, 6]] })]), 'row_too_wide'],
    [template([sheet({ rows: [[{ day: '2026-02-30' }]] })]), 'no_such_day'],
    [{ ...template(), revised: 'today' }, 'revision_day_invalid'],
  ];
  for (const [made, code] of refusals) {
    const file = await writeWorkbook(made);
    assert.equal(file.ok ? 'written' : file.error.code, code);
  }
});

test('rows are high enough for what is in them, and may still grow while they are filled in', async () => {
  const file = Buffer.from(await written());
  const listed = await listParts(file, WORKBOOK_LIMITS);
  assert.ok(listed.ok);
  const parts = unpackParts(file, listed.value, WORKBOOK_LIMITS);
  assert.ok(parts.ok);
  const xml = Buffer.from(parts.value.get('xl/worksheets/sheet1.xml') ?? []).toString('utf8');
  assert.match(xml, /<row r="2" ht="37.5">/);
  assert.doesNotMatch(xml, /customHeight/);
});
