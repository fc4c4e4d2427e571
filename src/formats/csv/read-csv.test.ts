import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { MOST_CSV_BYTES, readCsv } from './read-csv.ts';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const rows = [
  ['型番', '名称'],
  ['GW-1', 'ゲートウェイ'],
];

test('commas, semicolons and tabs stand between cells, whichever a spreadsheet writes', () => {
  for (const sign of [',', ';', '\t']) {
    equal(readCsv(utf8(`型番${sign}名称\r\nGW-1${sign}ゲートウェイ\r\n`)), { ok: true, value: rows });
  }
});

test('UTF-8 with and without its mark, UTF-16 and Shift_JIS are read alike', () => {
  const text = '型番,名称\nGW-1,ゲートウェイ\n';
  const shiftJis = Uint8Array.from([
    ...[0x8c, 0x5e, 0x94, 0xd4, 0x2c, 0x96, 0xbc, 0x8f, 0xcc, 0x0a, 0x47, 0x57, 0x2d, 0x31, 0x2c],
    ...[0x83, 0x51, 0x81, 0x5b, 0x83, 0x67, 0x83, 0x45, 0x83, 0x46, 0x83, 0x43, 0x0a],
  ]);
  for (const bytes of [utf8(text), utf8(`\ufeff${text}`), Buffer.from(`\ufeff${text}`, 'utf16le'), shiftJis]) {
    equal(readCsv(bytes), { ok: true, value: rows });
  }
});

test('quoted cells keep their commas, quotation marks and line breaks; blank lines are left out', () => {
  equal(readCsv(utf8('GW-1,"white, ""glossy""\n2 LAN"\n\n,\nGW-2,black\n')), {
    ok: true,
    value: [
      ['GW-1', 'white, "glossy"\n2 LAN'],
      ['GW-2', 'black'],
    ],
  });
});

test('an empty file has no rows', () => {
  equal(readCsv(utf8('')), { ok: true, value: [] });
});

test('a quotation mark that never ends is refused with its line', () => {
  equal(readCsv(utf8('a,b\nc,d\n"e,f\n')), { ok: false, error: { code: 'csv_malformed', line: 3 } });
});

test('a file that is no text, and one that is too long, are refused', () => {
  equal(readCsv(Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 0x00, 0xff])), { ok: false, error: { code: 'csv_not_text' } });
  const long = readCsv(new Uint8Array(MOST_CSV_BYTES + 1).fill(0x41));
  assert.equal(!long.ok && long.error.code, 'csv_too_long');
});
