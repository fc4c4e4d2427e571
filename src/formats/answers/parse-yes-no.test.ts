import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { equal } from '../../../testing/equal.ts';
import { parseYesNo } from './parse-yes-no.ts';

test('the marks and words of Japanese check sheets mean yes', () => {
  for (const typed of [
    '○',
    '〇',
    '◯',
    ' ✓ ',
    '✔️',
    'レ',
    'ﾚ',
    'はい',
    'はい。',
    '有',
    'あり',
    'ＹＥＳ',
    'yes',
    'True',
    'Ｏ',
    '１',
    1,
    true,
  ]) {
    equal(parseYesNo(typed), { ok: true, value: 'yes' }, String(typed));
  }
});

test('crosses and denials mean no', () => {
  for (const typed of ['×', '✕', '✗', 'いいえ', '無', 'なし', '無し', 'ＮＯ', 'false', '０', 0, false]) {
    equal(parseYesNo(typed), { ok: true, value: 'no' }, String(typed));
  }
});

test('dashes of any kind and "does not apply" are an answer of their own', () => {
  for (const typed of [
    '－',
    '-',
    '—',
    'ー',
    '―',
    '−',
    '該当なし',
    '該当 なし',
    'n/a',
    'Ｎ／Ａ',
    'N.A.',
    '対象外',
    '非該当',
  ]) {
    equal(parseYesNo(typed), { ok: true, value: 'not_applicable' }, typed);
  }
});

test('where a question concerns every product, "does not apply" is refused', () => {
  const answer = parseYesNo('対象外', { notApplicable: false });
  equal(answer, { ok: false, error: { code: 'not_applicable_not_allowed' } });
});

test('what could mean either, or says more than yes, is left to its writer', () => {
  for (const typed of ['X', 'はい／いいえ', '△', '○（別紙参照）', 'constructor', '2', 2]) {
    const answer = parseYesNo(typed);
    assert.equal(answer.ok ? answer.value : answer.error.code, 'not_yes_or_no', String(typed));
  }
  for (const typed of ['', ' 　\n', '\u200b']) {
    equal(parseYesNo(typed), { ok: false, error: { code: 'blank' } });
  }
});

test('no text makes the reading throw, and its own answers read back as themselves', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const answer = parseYesNo(typed);
      return !answer.ok || answer.value.length > 0;
    }),
  );
  for (const value of ['yes', 'no', 'not_applicable'] as const) equal(parseYesNo(value), { ok: true, value });
});
