import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { parseDayLeniently } from './parse-day-leniently.ts';
import type { TypedAnswer } from './typed-answer.ts';

function read(raw: TypedAnswer, system?: '1900' | '1904'): string {
  const day = parseDayLeniently(raw, system);
  return day.ok ? day.value.toString() : day.error.code;
}

test('one day is read from every spelling that offices use', () => {
  const spellings = [
    '2026-11-22',
    '2026/11/22',
    '2026.11.22',
    '2026年11月22日',
    '西暦2026年11月22日',
    '２０２６年１１月２２日',
    '２０２６／１１／２２',
    '2026－11－22',
    '2026 年 11 月 22 日',
    '20261122',
    20261122,
    '2026/11/22(日)',
    '2026年11月22日（日曜日）',
    '2026-11-22T00:00:00',
    '2026/11/22 9:30',
    '2026-11-22T23:30:00+09:00',
    '令和8年11月22日',
    '令和８年１１月２２日',
    '令和 8 年 11 月 22 日',
    '㋿8年11月22日',
    'R8.11.22',
    'R8/11/22',
    'r8-11-22',
    'Ｒ０８．１１．２２',
    '令8.11.22',
    'R.8.11.22',
  ];
  for (const spelling of spellings) assert.equal(read(spelling), '2026-11-22', String(spelling));
});

test('each era has its first and last day, and none beyond them', () => {
  const days = {
    令和元年5月1日: '2019-05-01',
    令和1年5月1日: '2019-05-01',
    令和元年4月30日: 'outside_era',
    平成31年4月30日: '2019-04-30',
    平成31年5月1日: 'outside_era',
    平成元年1月8日: '1989-01-08',
    平成元年1月7日: 'outside_era',
    昭和64年1月7日: '1989-01-07',
    昭和64年1月8日: 'outside_era',
    昭和元年12月25日: '1926-12-25',
    昭和元年12月24日: 'outside_era',
    大正15年12月25日: '1926-12-25',
    大正15年12月26日: 'outside_era',
    大正元年7月30日: '1912-07-30',
    大正元年7月29日: 'outside_era',
    明治45年7月30日: '1912-07-30',
    明治45年7月31日: 'outside_era',
    明治6年1月1日: '1873-01-01',
    明治5年1月1日: 'outside_era',
    'H31.4.30': '2019-04-30',
    'S64/1/7': '1989-01-07',
    'T15-12-25': '1926-12-25',
    'M45.7.30': '1912-07-30',
    令和8年2月29日: 'no_such_day',
    令和0年5月1日: 'unreadable_day',
  };
  for (const [spelling, day] of Object.entries(days)) assert.equal(read(spelling), day, spelling);
});

test('serial numbers count as Excel counts, without the 29 February that 1900 did not have', () => {
  const days: [number, string][] = [
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, 'no_such_day'],
    [61, '1900-03-01'],
    [43586, '2019-05-01'],
    [46348, '2026-11-22'],
    [46348.75, '2026-11-22'],
    [2_958_465, '9999-12-31'],
    [2_958_466, 'no_such_day'],
    [0, 'no_such_day'],
    [2026, 'year_only'],
  ];
  for (const [serial, day] of days) assert.equal(read(serial), day, String(serial));
  assert.equal(read('４６３４８'), '2026-11-22');
  assert.equal(read(44886, '1904'), '2026-11-22');
  assert.equal(read(0, '1904'), '1904-01-01');
});

test('what could be two days, or is none, is refused by its own name', () => {
  const refusals = {
    '11/22/2026': 'ambiguous_day',
    '22.11.2026': 'ambiguous_day',
    '26/11/22': 'ambiguous_day',
    '2026-02-30': 'no_such_day',
    '0000-01-01': 'no_such_day',
    '2026年13月1日': 'no_such_day',
    '20261301': 'no_such_day',
    '2026': 'year_only',
    令和8年11月: 'unreadable_day',
    令和: 'unreadable_day',
    未定: 'unreadable_day',
    '1.5': 'unreadable_day',
    ' 　': 'blank',
    令和年月日: 'unreadable_day',
  };
  for (const [typed, code] of Object.entries(refusals)) assert.equal(read(typed), code, typed);
  for (const typed of [true, Number.NaN, Number.POSITIVE_INFINITY, -1, 1e300]) assert.ok(!parseDayLeniently(typed).ok);
});

test('no text and no number makes the reading throw, and a day read once reads back as itself', () => {
  const near = fc.stringMatching(/^[RHSTM令和平成元年月日0-9／/.\-－ :TZ(日)]{0,16}$/u);
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: 'binary' }), near, fc.double(), fc.integer()), (typed) => {
      const day = parseDayLeniently(typed);
      if (day.ok) assert.equal(read(day.value.toString()), day.value.toString());
    }),
    { numRuns: 2_000 },
  );
});
