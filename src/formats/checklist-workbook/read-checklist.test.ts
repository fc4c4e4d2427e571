import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { COMPLETE_VENDOR, completeApplication, evidenceNames, setFor } from '../../../testing/builders/application.ts';
import { asPlain } from '../../../testing/builders/as-plain.ts';
import { columnOf, messyWorkbook, rowOf, type MessySheet } from '../../../testing/builders/messy-workbook.ts';
import { japaneseScheme, secondScheme } from '../../../testing/schemes.ts';
import { formWords } from '../../cli/words.ts';
import { applicationGaps } from '../../core/case/application-gaps.ts';
import type { Application } from '../../core/case/application.ts';
import type { Result } from '../../core/kernel/result.ts';
import type { Language } from '../../core/kernel/text.ts';
import type { Scheme } from '../../core/scheme/scheme.ts';
import { closeWorkbookReader, readWorkbook } from '../workbook/read-workbook.ts';
import { checklistLexicon } from './checklist-lexicon.ts';
import { checklistTemplate } from './checklist-template.ts';
import { placedGaps } from './placed-gaps.ts';
import { readChecklist, type ChecklistReading, type ChecklistRefusal } from './read-checklist.ts';
import { writeChecklist } from './write-checklist.ts';

const TODAY = Temporal.PlainDate.from('2026-11-22');
const { set } = setFor(japaneseScheme, TODAY);
const FORM = { scheme: japaneseScheme, set, words: formWords };
const COMPLETE = completeApplication(japaneseScheme, TODAY);
const TEMPLATE = checklistTemplate({ form: FORM, language: 'ja', today: TODAY, application: COMPLETE });
const LEXICON = checklistLexicon(FORM);

after(closeWorkbookReader);

async function read(bytes: Uint8Array, lexicon = LEXICON): Promise<Result<ChecklistReading, ChecklistRefusal>> {
  const tables = await readWorkbook(bytes);
  assert.ok(tables.ok, JSON.stringify(tables));
  return readChecklist(tables.value, lexicon);
}

async function readMess(mess: Parameters<typeof messyWorkbook>[1]): Promise<ChecklistReading> {
  const result = await read(await messyWorkbook(TEMPLATE, mess));
  assert.ok(result.ok, JSON.stringify(result.ok ? '' : result.error.faults));
  return result.value;
}

async function refuseMess(mess: Parameters<typeof messyWorkbook>[1]): Promise<ChecklistRefusal> {
  const result = await read(await messyWorkbook(TEMPLATE, mess));
  assert.ok(!result.ok, 'the workbook was read');
  return result.error;
}

function assertSame(actual: Application, expected: Application = COMPLETE): void {
  assert.deepStrictEqual(asPlain(actual), asPlain(expected));
}

function setAnswer(sheet: MessySheet, item: string, value: string | number | boolean | null): string {
  const [row, column] = [rowOf(sheet, item), columnOf(sheet, '回答')];
  (sheet.rows[row] ?? [])[column] = value;
  return `F${String(row + 1)}`;
}

for (const [name, scheme] of [
  ['the Japanese scheme', japaneseScheme],
  ['a scheme unlike it', secondScheme],
] as const satisfies readonly (readonly [string, Scheme])[]) {
  for (const language of ['ja', 'en'] as const satisfies readonly Language[]) {
    test(`an application of ${name} written into a workbook in ${language} is read back the same`, async () => {
      const own = setFor(scheme, TODAY).set;
      const form = { scheme, set: own, words: formWords };
      const application = completeApplication(scheme, TODAY);
      const result = await read(
        await writeChecklist({ form, language, today: TODAY, application }),
        checklistLexicon(form),
      );
      assert.ok(result.ok);
      assertSame(result.value.application, application);
      assert.deepStrictEqual(result.value.notes, []);
    });

    test(`the empty workbook of ${name} in ${language} shows the cell of every answer still missing`, async () => {
      const own = setFor(scheme, TODAY).set;
      const form = { scheme, set: own, words: formWords };
      const result = await read(await writeChecklist({ form, language, today: TODAY }), checklistLexicon(form));
      assert.ok(result.ok);
      const { application, placeOf } = result.value;
      const facts = { scheme, set: own, vendor: COMPLETE_VENDOR, attached: new Set<string>(), today: TODAY };
      const gaps = applicationGaps({ application, ...facts });
      assert.ok(gaps.length > 40);
      const placed = placedGaps(gaps, [], result.value);
      const unplaced = placed.filter((gap) => gap.cell === undefined && placeOf(gap.path)?.sheet === undefined);
      assert.deepStrictEqual(unplaced, []);
      const criteria = placed.filter(({ code }) => code === 'not_determined');
      assert.deepStrictEqual(
        new Set(criteria.map(({ criterion }) => criterion)),
        new Set(own.criteria.map(({ id }) => id)),
      );
      assert.ok(criteria.every(({ cell }) => cell !== undefined));
    });
  }
}

test('the same application always gives the same bytes', async () => {
  const wish = { form: FORM, language: 'ja', today: TODAY, application: COMPLETE } as const;
  assert.ok(Buffer.from(await writeChecklist(wish)).equals(Buffer.from(await writeChecklist(wish))));
});

test('what is known of the applicant stands in the empty workbook', async () => {
  const vendor = { name: COMPLETE_VENDOR.name, corporateNumber: COMPLETE_VENDOR.corporateNumber };
  const result = await read(await writeChecklist({ form: FORM, language: 'ja', today: TODAY, vendor }));
  assert.ok(result.ok);
  assert.equal(result.value.application.answers['vendor.name'], COMPLETE_VENDOR.name);
  assert.equal(result.value.application.answers['vendor.corporateNumber'], COMPLETE_VENDOR.corporateNumber);
});

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
    sheet.rows[0] = ['Interface', 'Kind', 'Speaks IP?', 'Faces the Internet?', 'Use'];
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
  assert.deepStrictEqual(reading.placeOf('models.1.number'), { sheet: '型番', cell: 'A7' });
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
  assert.deepStrictEqual(reading.notes.map(({ code }) => code).toSorted(), [
    'extra_column',
    'extra_row',
    'extra_sheet',
  ]);
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
  assert.deepStrictEqual(
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
    const [row, column] = [rowOf(criteria, 'S1.1-05'), columnOf(criteria, '証跡ファイル1')];
    (criteria.rows[row] ?? [])[column] = '方針・写し.pdf、S1.1-05.txt';
  });
  assert.deepStrictEqual(reading.application.answers['support.kinds'], COMPLETE.answers['support.kinds']);
  const fifth = reading.application.determinations.find(({ criterion }) => criterion === 'S1.1-05');
  assert.deepStrictEqual(fifth?.evidence, ['方針・写し.pdf', 'S1.1-05.txt']);
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
  assert.deepStrictEqual(
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
  assert.deepStrictEqual(
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
  assert.deepStrictEqual(reading.notes[0], { code: 'other_set', params: { found: 'S1 1.0', expected: 'S1 1.1' } });
});

test('a workbook without its hidden sheet is still read', async () => {
  const reading = await readMess((_sheetNamed, sheets) => {
    sheets.splice(
      sheets.findIndex(({ name }) => name === '_meta'),
      1,
    );
  });
  assertSame(reading.application);
  assert.deepStrictEqual(
    reading.notes.map(({ code }) => code),
    ['template_unknown'],
  );
});

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
    assert.deepStrictEqual(
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
  const facts = { scheme: japaneseScheme, set, vendor: COMPLETE_VENDOR, today: TODAY };
  const attached = new Set(evidenceNames(COMPLETE));
  const { application } = refusal.reading;
  const placed = placedGaps(applicationGaps({ application, ...facts, attached }), refusal.faults, refusal.reading);
  assert.deepStrictEqual(
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
  assert.deepStrictEqual(found, [
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
  assert.deepStrictEqual(
    faults.map(({ code, path }) => [code, path]),
    [
      ['sheet_missing', ''],
      ['sheet_missing', 'models'],
      ['sheet_missing', 'interfaces'],
      ['sheet_missing', 'determinations'],
    ],
  );
});
