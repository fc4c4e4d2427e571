import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseWebAddress } from './parse-web-address.ts';

function read(raw: string): string {
  const address = parseWebAddress(raw);
  return address.ok ? address.value : address.error.code;
}

test('an address is taken in any width, with or without its scheme', () => {
  const addresses = {
    'https://example.jp/psirt': 'https://example.jp/psirt',
    'example.jp/psirt': 'https://example.jp/psirt',
    'WWW.Example.JP': 'https://www.example.jp/',
    'ｈｔｔｐｓ：／／ｅｘａｍｐｌｅ．ｊｐ／': 'https://example.jp/',
    '<https://example.jp>': 'https://example.jp/',
    ' https://example.jp/a　': 'https://example.jp/a',
    'http://example.jp/': 'http://example.jp/',
    'example.jp:8443/a?b#c': 'https://example.jp:8443/a?b#c',
    'https://日本語.jp/窓口': 'https://xn--wgv71a119e.jp/%E7%AA%93%E5%8F%A3',
  };
  for (const [typed, address] of Object.entries(addresses)) assert.equal(read(typed), address, typed);
});

test('scripts, files, credentials and plain words are refused', () => {
  const refusals = {
    'javascript:alert(1)': 'scheme_not_allowed',
    'ＪａｖａＳｃｒｉｐｔ：alert(1)': 'scheme_not_allowed',
    'java\u200bscript:alert(1)': 'scheme_not_allowed',
    'data:text/html,x': 'scheme_not_allowed',
    'file:///etc/passwd': 'scheme_not_allowed',
    'mailto:a@example.jp': 'scheme_not_allowed',
    'https://user:pass@example.jp/': 'holds_credentials',
    'https://example.jp@evil.example/': 'holds_credentials',
    'https:\\\\example.jp': 'not_a_web_address',
    'https://localhost/': 'not_a_web_address',
    当社サイト参照: 'not_a_web_address',
    'https://example.jp/a b': 'not_a_web_address',
    'https://': 'not_a_web_address',
    ' ': 'blank',
    [`https://example.jp/${'a'.repeat(2000)}`]: 'too_long',
  };
  for (const [typed, code] of Object.entries(refusals)) assert.equal(read(typed), code, typed);
});

test('no text makes the reading throw, and an address read once reads back as itself', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string({ unit: 'binary' }), fc.webUrl(), fc.stringMatching(/^[a-z:/.@?#％ー－。ａ\\]{0,20}$/u)),
      (typed) => {
        const address = parseWebAddress(typed);
        if (address.ok) assert.equal(read(address.value), address.value);
      },
    ),
    { numRuns: 2_000 },
  );
});
