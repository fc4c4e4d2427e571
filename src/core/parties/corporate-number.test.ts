import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { hasRightCheckDigit } from './corporate-number.ts';

/** Published numbers of the National Tax Agency, the operator, and a ministry's office. */
const PUBLISHED = ['7000012050002', '4011001098993', '7010001008844'];

test('published corporate numbers have the right check digit (National Tax Agency, 検査用数字の計算)', () => {
  for (const number of PUBLISHED) equal(hasRightCheckDigit(number), true, number);
});

test('every single misread digit is noticed, save a 0 taken for a 9 or a 9 for a 0 behind the check digit', () => {
  for (const number of PUBLISHED) {
    for (const [place, right] of Array.from(number).entries()) {
      for (const wrong of Array.from('0123456789').filter((digit) => digit !== right)) {
        const misread = number.slice(0, place) + wrong + number.slice(place + 1);
        const isBlind = place > 0 && [right, wrong].sort().join('') === '09';
        equal(hasRightCheckDigit(misread), isBlind, `${misread} for ${number}`);
      }
    }
  }
});

test('what is not thirteen digits has no right check digit', () => {
  for (const text of ['', '700001205000', '70000120500022', '0000012050002', '700001205000X', '７０００012050002']) {
    equal(hasRightCheckDigit(text), false, text);
  }
});
