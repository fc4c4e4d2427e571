import assert from 'node:assert/strict';
import { completeApplication, setFor } from './application.ts';
import { asPlain } from './as-plain.ts';
import { columnOf, messyWorkbook, rowOf, type MessySheet } from './messy-workbook.ts';
import { japaneseScheme } from '../schemes.ts';
import { formWords } from '../../src/cli/words.ts';
import type { Application } from '../../src/core/case/application.ts';
import type { Result } from '../../src/core/kernel/result.ts';
import { checklistLexicon } from '../../src/formats/checklist-workbook/checklist-lexicon.ts';
import { checklistTemplate } from '../../src/formats/checklist-workbook/checklist-template.ts';
import {
  readChecklist,
  type ChecklistReading,
  type ChecklistRefusal,
} from '../../src/formats/checklist-workbook/read-checklist.ts';
import { readWorkbook } from '../../src/formats/workbook/read-workbook.ts';
import { equal } from '../equal.ts';

/** The day the workbooks of these tests arrive. */
export const TODAY = Temporal.PlainDate.from('2026-11-22');
/** The form they are made for. */
export const FORM = { scheme: japaneseScheme, set: setFor(japaneseScheme, TODAY).set, words: formWords };
/** What they say before anybody touches them. */
export const COMPLETE = completeApplication(japaneseScheme, TODAY);

/** The untouched workbook. */
const TEMPLATE = checklistTemplate({ form: FORM, language: 'ja', today: TODAY, application: COMPLETE });
/** What it is read by. */
const LEXICON = checklistLexicon(FORM);

/** Reads the bytes of a workbook as an application. */
export async function read(bytes: Uint8Array, lexicon = LEXICON): Promise<Result<ChecklistReading, ChecklistRefusal>> {
  const tables = await readWorkbook(bytes);
  assert.ok(tables.ok, JSON.stringify(tables));
  return readChecklist(tables.value, lexicon);
}

/** What a workbook says after people have been at it; it must be readable. */
export async function readMess(mess: Parameters<typeof messyWorkbook>[1]): Promise<ChecklistReading> {
  const result = await read(await messyWorkbook(TEMPLATE, mess));
  assert.ok(result.ok, JSON.stringify(result.ok ? '' : result.error.faults));
  return result.value;
}

/** Why a workbook is refused after people have been at it. */
export async function refuseMess(mess: Parameters<typeof messyWorkbook>[1]): Promise<ChecklistRefusal> {
  const result = await read(await messyWorkbook(TEMPLATE, mess));
  assert.ok(!result.ok, 'the workbook was read');
  return result.error;
}

/** Asserts that two applications say the same. */
export function assertSame(actual: Application, expected: Application = COMPLETE): void {
  equal(asPlain(actual), asPlain(expected));
}

/** Puts a value into the answer cell of an item, and tells the address of the cell. */
export function setAnswer(sheet: MessySheet, item: string, value: string | number | boolean | null): string {
  const [row, column] = [rowOf(sheet, item), columnOf(sheet, '回答')];
  (sheet.rows[row] ?? [])[column] = value;
  return `F${String(row + 1)}`;
}
