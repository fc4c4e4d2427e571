import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FORM } from '../../testing/builders/messy-checklist.ts';
import { refusalFinding, type ApplicationFinding } from '../formats/checklist-workbook/described-findings.ts';
import { findingLines, findingObjects, noteLines } from './application-faults-text.ts';
import { equal } from '../../testing/equal.ts';

const FINDING: ApplicationFinding = {
  code: 'determined_in_future',
  path: 'determinations.3.determinedOn',
  criterion: 'S1.1-04',
  params: { day: '2030-01-01' },
  sheet: '適合基準',
  cell: 'M5',
};

test('a line names sheet, cell, criterion and question, what is wrong and how to mend it', () => {
  equal(findingLines([FINDING], { language: 'en', form: FORM }), [
    '適合基準!M5 S1.1-04 Determined on: The day of determination (2030-01-01) is still to come. → Give the day on which it was determined.',
  ]);
});

test('the object for programs carries the same with a stable code', () => {
  equal(findingObjects([FINDING], { language: 'ja', form: FORM }), [
    {
      code: 'determined_in_future',
      path: 'determinations.3.determinedOn',
      sheet: '適合基準',
      cell: 'M5',
      criterion: 'S1.1-04',
      question: '判定した日',
      wrong: '判定した日（2030-01-01）がまだ来ていません。',
      mend: '実際に判定した日を書いてください。',
      params: { day: '2030-01-01' },
    },
  ]);
});

test('a finding of a file without sheets is named by its path', () => {
  const finding: ApplicationFinding = { code: 'unknown_key', path: 'colour', params: { key: 'colour' } };
  const [line] = findingLines([finding], { language: 'en', form: FORM });
  assert.equal(line?.startsWith('colour: There is no item "colour".'), true);
});

test('a refused workbook says why and what to do', () => {
  const finding = refusalFinding({ code: 'has_macros', part: 'xl/vbaProject.bin' });
  equal(findingLines([finding], { language: 'en', form: FORM }), [
    'The file holds macros (xl/vbaProject.bin). → Save it as Excel Workbook (.xlsx), without macros.',
  ]);
});

test('a note says what was read and where', () => {
  equal(noteLines([{ code: 'formula_used', params: { value: '3.2.0' }, sheet: '申請内容', cell: 'F20' }], 'ja'), [
    '申請内容!F20: 計算式の結果（3.2.0）を回答として読み取りました。',
  ]);
});

test('names that differ between languages follow the language of the message', () => {
  const params = { value: '無線', choices: '有線LAN、USB', choicesEn: 'Ethernet, USB' };
  const finding: ApplicationFinding = { code: 'not_among_choices', path: 'interfaces.0.medium', params };
  const [english] = findingLines([finding], { language: 'en', form: FORM });
  const [japanese] = findingLines([finding], { language: 'ja', form: FORM });
  assert.match(english ?? '', /Choose one of: Ethernet, USB$/);
  assert.match(japanese ?? '', /次から選んでください：有線LAN、USB$/);
});
