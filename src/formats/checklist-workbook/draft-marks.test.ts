import assert from 'node:assert/strict';
import { hash } from 'node:crypto';
import { after, test } from 'node:test';
import { COMPLETE, FORM, read, TODAY } from '../../../testing/builders/messy-checklist.ts';
import { equal } from '../../../testing/equal.ts';
import { draftMarks } from '../../core/case/part-marks.ts';
import type { Sha256 } from '../../core/kernel/ids.ts';
import { closeWorkbookReader } from '../workbook/read-workbook.ts';
import { writeChecklist } from './write-checklist.ts';

after(closeWorkbookReader);

const sha256 = (text: string) => hash('sha256', text) as Sha256;
const WISH = { form: FORM, language: 'ja', today: TODAY, application: COMPLETE } as const;

test('a workbook remembers the draft it was made from, and read again says the same as it', async () => {
  const marking = { draft: 'A-26-00001-7', version: 4, sha256 };
  const marks = draftMarks(COMPLETE, marking);
  const back = await read(await writeChecklist({ ...WISH, marks }));
  assert.ok(back.ok);
  equal(back.value.marks, marks);
  equal(draftMarks(back.value.application, marking), marks);
});

test('a workbook that remembers no draft is read as before', async () => {
  const back = await read(await writeChecklist(WISH));
  assert.ok(back.ok);
  equal(back.value.marks, undefined);
});
