import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseMailAddress } from './parse-mail-address.ts';

function read(raw: string): string {
  const address = parseMailAddress(raw);
  return address.ok ? address.value : address.error.code;
}

test('a mail address is taken in any width and keeps the case of its local part', () => {
  const addresses = {
    'psirt@example.jp': 'psirt@example.jp',
    'ＰＳＩＲＴ＠ｅｘａｍｐｌｅ．ｊｐ': 'PSIRT@example.jp',
    ' a.b+c@Example.CO.JP ': 'a.b+c@example.co.jp',
    'mailto:a@example.jp': 'a@example.jp',
    '<a@example.jp>': 'a@example.jp',
    'old..style.@docomo.example': 'old..style.@docomo.example',
    'a@日本語.jp': 'a@xn--wgv71a119e.jp',
  };
  for (const [typed, address] of Object.entries(addresses)) assert.equal(read(typed), address, typed);
});

test('what mail cannot be sent to is refused', () => {
  const refusals = {
    'a@example': 'not_a_mail_address',
    '@example.jp': 'not_a_mail_address',
    'a b@example.jp': 'not_a_mail_address',
    'a@example.jp\nbcc: b@example.jp': 'several_mail_addresses',
    'a@example.jp, b@example.jp': 'several_mail_addresses',
    'a@example.jp/x': 'not_a_mail_address',
    'a@-example.jp': 'not_a_mail_address',
    担当者: 'not_a_mail_address',
    '': 'blank',
    'a\r\n@example.jp': 'not_a_mail_address',
    [`a@${'b'.repeat(250)}.jp`]: 'not_a_mail_address',
  };
  for (const [typed, code] of Object.entries(refusals)) assert.equal(read(typed), code, typed);
});

test('no text makes the reading throw, and an address read once reads back as itself', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.emailAddress()), (typed) => {
      const address = parseMailAddress(typed);
      if (address.ok) assert.equal(read(address.value), address.value);
    }),
    { numRuns: 1_000 },
  );
});
