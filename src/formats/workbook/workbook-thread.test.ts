import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { workbookFile } from '../../../testing/workbook-file.ts';
import { closeWorkbookReader, readWorkbook } from './read-workbook.ts';

after(closeWorkbookReader);

const numbered = (value: number): Buffer =>
  workbookFile({ sheets: [{ name: 's', rows: `<row r="1"><c r="A1"><v>${value}</v></c></row>` }] });

test('what the parser cannot make sense of is refused, never thrown', async () => {
  for (const rows of ['<row r="1"><c r="A1', '<row r="1"><c r="A1"><v>1</v></c></row><!-- no end']) {
    const answer = await readWorkbook(workbookFile({ sheets: [{ name: 's', rows }] }));
    assert.ok(!answer.ok);
    assert.equal(answer.error.code, 'unreadable_workbook');
  }
  for (let round = 0; round < 100; round += 1) assert.ok(!(await readWorkbook(randomBytes(500))).ok);
});

test('an accepted workbook with any one part replaced by noise is answered', async () => {
  for (const part of ['xl/styles.xml', 'xl/sharedStrings.xml', 'xl/workbook.xml', '[Content_Types].xml']) {
    const whole = workbookFile();
    const at = whole.indexOf(part) + part.length;
    for (let round = 0; round < 20; round += 1) {
      const changed = Buffer.from(whole);
      randomBytes(20).copy(changed, at);
      assert.equal(typeof (await readWorkbook(changed)).ok, 'boolean');
    }
  }
});

test('a file that takes too long is refused, and the next one is read', async () => {
  const columns = `<cols>${'<col min="1" max="16384" width="9"/>'.repeat(9_000)}</cols>`;
  const slow = workbookFile({
    sheets: [{ name: 's', rows: '<row r="1"><c r="A1"><v>1</v></c></row>', after: columns }],
  });
  const before = await readWorkbook(workbookFile());
  const answer = await readWorkbook(slow, { milliseconds: 200 });
  equal(answer, { ok: false, error: { code: 'took_too_long', limit: 200 } });
  equal(await readWorkbook(workbookFile()), before);
});

test('files handed in together are all answered, each with its own content', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, (_, index) => readWorkbook(numbered(index))));
  answers.forEach((answer, index) => {
    const cells = answer.ok ? answer.value[0]?.cells : answer.error.code;
    equal(cells, [{ kind: 'number', value: index, row: 1, column: 1, address: 'A1' }]);
  });
});

test('of very many files handed in together the last ones are told to come back, and then they are read', async () => {
  const answers = await Promise.all(Array.from({ length: 40 }, (_, index) => readWorkbook(numbered(index))));
  const codes = answers.map((answer) => (answer.ok ? 'read' : answer.error.code));
  equal([codes.filter((code) => code === 'read').length, codes.at(-1)], [21, 'reader_busy']);
  assert.ok((await readWorkbook(numbered(1))).ok);
});

test('a file that exceeds the memory of the thread is refused, and the next one is read', async () => {
  const strings = '<si><r><t>x</t></r></si>'.repeat(1_200_000);
  const limits = { elements: 1e8, partBytes: 1e8, totalBytes: 1e8, ratio: 1e4, milliseconds: 60_000 };
  const answer = await readWorkbook(workbookFile({ strings }), limits);
  equal(answer, { ok: false, error: { code: 'needs_too_much_memory', limit: 256 } });
  assert.ok((await readWorkbook(numbered(1))).ok);
});

test('the bytes handed in stay with their owner, and a closed reader opens again', async () => {
  const file = workbookFile();
  const copy = Buffer.from(file);
  const before = await readWorkbook(file);
  assert.ok(file.equals(copy));
  await closeWorkbookReader();
  equal(await readWorkbook(file), before);
});

test('a merge over everything is refused once it hides too many cells', async () => {
  const rows = '<row r="1000"><c r="GR1000"><v>1</v></c></row>';
  const answer = await readWorkbook(
    workbookFile({ sheets: [{ name: 's', rows, after: '<mergeCells><mergeCell ref="A1:GR1000"/></mergeCells>' }] }),
    { mergedCells: 1_000 },
  );
  equal(answer, { ok: false, error: { code: 'too_many_merged_cells', limit: 1_000, found: 1_001 } });
});
