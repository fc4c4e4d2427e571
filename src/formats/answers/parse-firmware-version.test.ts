import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { equal } from '../../../testing/equal.ts';
import { parseFirmwareVersion } from './parse-firmware-version.ts';
import { parsePlainText } from './parse-plain-text.ts';

test('a version stays as its maker writes it', () => {
  for (const typed of ['1.10', 'Ver.2.0.1-β', 'Ｖ１．０', 'v3.0.0 (build 12) 以降']) {
    equal(parseFirmwareVersion(` ${typed}\n`), { ok: true, value: typed });
  }
  equal(parseFirmwareVersion(3), { ok: true, value: '3' });
});

test('a decimal number may stand for two versions and is refused', () => {
  equal(parseFirmwareVersion(1.1), {
    ok: false,
    error: { code: 'version_may_have_lost_zeros', found: '1.1' },
  });
});

test('several lines, a truth value, too much and nothing are no version', () => {
  const refusals: [string | boolean, string][] = [
    ['1.0\n1.1', 'not_a_version'],
    [true, 'not_a_version'],
    ['1'.repeat(101), 'too_long'],
    ['　', 'blank'],
  ];
  for (const [typed, code] of refusals) {
    const version = parseFirmwareVersion(typed);
    assert.equal(version.ok ? version.value : version.error.code, code);
  }
});

test('names keep the kanji that normal forms would replace', () => {
  for (const name of ['髙﨑電機㈱', '神\ufa19', '福\ufa1b', 'Ⅲ型①'])
    equal(parsePlainText(name), { ok: true, value: name });
});

test('no text makes the reading throw, and what was read once reads back as itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      for (const parse of [parsePlainText, parseFirmwareVersion] as const) {
        const text = parse(typed);
        if (text.ok) equal(parse(text.value), text);
      }
    }),
    { numRuns: 1_000 },
  );
});
