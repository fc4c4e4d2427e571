import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { equal } from '../../../testing/equal.ts';
import { corporateCheckDigit } from '../../core/parties/corporate-number.ts';
import { parseCorporateNumber } from './parse-corporate-number.ts';

/** Numbers of the National Tax Agency, the Digital Agency and a company, as published. */
const PUBLISHED = ['7000012050002', '4011001098993', '7010001008844'];

test('published corporate numbers pass in every spelling', () => {
  for (const number of PUBLISHED) {
    const grouped = `${number[0]}-${number.slice(1, 5)}-${number.slice(5, 9)}-${number.slice(9)}`;
    const wide = number.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));
    for (const typed of [
      number,
      Number(number),
      `T${number}`,
      `Ｔ${wide}`,
      wide,
      grouped,
      grouped.replaceAll('-', '−'),
      `法人番号：${number}`,
      ` ${number}\n`,
    ]) {
      equal(parseCorporateNumber(typed), { ok: true, value: number }, String(typed));
    }
  }
});

test('the twelve digits of the commercial register are refused with the number that belongs to them', () => {
  const answer = parseCorporateNumber('000012050002');
  equal(answer, { ok: false, error: { code: 'register_number_typed', suggestion: '7000012050002' } });
});

test('a wrong check digit and a wrong length are told apart', () => {
  const refusals = {
    '8000012050002': 'check_digit_wrong',
    '0000012050002': 'not_a_corporate_number',
    '70000120500021': 'not_a_corporate_number',
    個人事業主: 'not_a_corporate_number',
    '': 'blank',
    T: 'blank',
  };
  for (const [typed, code] of Object.entries(refusals)) {
    const answer = parseCorporateNumber(typed);
    assert.equal(answer.ok ? answer.value : answer.error.code, code, typed);
  }
});

test('a swapped 0 and 9 passes the check digit, which is why the register decides', () => {
  const [withZero, withNine] = ['000012050002', '900012050002'];
  assert.equal(corporateCheckDigit(withZero), corporateCheckDigit(withNine));
});

test('no text makes the reading throw, and a number read once reads back as itself', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.double()),
      (typed) => typeof parseCorporateNumber(typed).ok === 'boolean',
    ),
  );
  fc.assert(
    fc.property(fc.stringMatching(/^\d{12}$/), (base) => {
      const number = `${corporateCheckDigit(base)}${base}`;
      equal(parseCorporateNumber(number), { ok: true, value: number });
    }),
  );
});
