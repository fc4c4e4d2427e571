import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { foldRecoveryCode, toRecoveryCode } from './recovery-code.ts';

test('a recovery code holds a hundred and twenty bits in six groups, and different bits give different codes', () => {
  equal(toRecoveryCode('0'.repeat(30)), '0000-0000-0000-0000-0000-0000');
  equal(toRecoveryCode(`${'f'.repeat(30)}00`), 'ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ-ZZZZ');
  equal(toRecoveryCode('21'.padStart(30, '0')), '0000-0000-0000-0000-0000-0011');
  const codes = Array.from({ length: 120 }, (_, bit) =>
    toRecoveryCode((1n << BigInt(bit)).toString(16).padStart(30, '0')),
  );
  equal(new Set(codes).size, 120);
});

test('a code is recognised in any width and case, with or without hyphens, and with O, I and L for digits', () => {
  for (const typed of [
    '0123-45AB-CDEF-GHJK',
    '0l23 45ab cdef ghjk',
    'Ｏ１２３ー４５ＡＢーＣＤＥＦーＧＨＪＫ',
    'OI2345ABCDEFGHJK\n',
  ]) {
    equal(foldRecoveryCode(typed), '012345ABCDEFGHJK', typed);
  }
});
