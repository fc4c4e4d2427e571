import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { equal } from './equal.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);

class Seal {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

const SAME: readonly (readonly [string, unknown, unknown])[] = [
  ['the order of properties does not count', { a: 1, b: [2] }, { b: [2], a: 1 }],
  ['the order of a set does not count', new Set([1, 2]), new Set([2, 1])],
  ['the same day twice', { until: day('2026-03-31') }, { until: day('2026-03-31') }],
  ['the same bytes from different buffers', new Uint8Array([1, 2]), new Uint8Array([0, 1, 2]).subarray(1)],
  ['not a number', [NaN], [NaN]],
];

const DIFFERENT: readonly (readonly [string, unknown, unknown])[] = [
  ['two days', day('2026-03-31'), day('2026-04-01')],
  ['two days deep inside', { terms: [{ until: day('2026-03-31') }] }, { terms: [{ until: day('2026-04-01') }] }],
  ['a day and its text', day('2026-03-31'), '2026-03-31'],
  ['a day and a moment', day('2026-03-31'), Temporal.Instant.from('2026-03-31T00:00Z')],
  ['the order of an array', [1, 2], [2, 1]],
  ['an undefined property and an absent one', { a: undefined }, {}],
  ['nothing and undefined', null, undefined],
  ['a number and its text', 1, '1'],
  ['a number and a big one', 1, 1n],
  ['zero and minus zero', 0, -0],
  ['an array and an object of the same entries', ['x'], { 0: 'x' }],
  ['an object and an instance of the same content', new Seal('x'), { text: 'x' }],
  ['one byte', new Uint8Array([1]), new Uint8Array([2])],
  ['two kinds of bytes', new Uint8Array([1]), new Uint8ClampedArray([1])],
  ['two errors', new Error('a'), new Error('b')],
  ['two maps', new Map([['a', 1]]), new Map([['a', 2]])],
  ['a text that imitates another value', '1,\n  2', [1, 2]],
];

describe('equal', () => {
  for (const [what, first, second] of SAME) {
    test(`accepts ${what}`, () => {
      equal(first, second);
    });
  }

  for (const [what, first, second] of DIFFERENT) {
    test(`tells apart ${what}`, () => {
      assert.throws(() => {
        equal(first, second);
      }, assert.AssertionError);
    });
  }

  test('says which line differs', () => {
    assert.throws(() => {
      equal({ level: 1, until: day('2026-03-31') }, { level: 1, until: day('2026-04-01') });
    }, /\+ .*2026-03-31[^]*- .*2026-04-01/);
  });

  test('refuses what has no content to compare: functions, and values that contain themselves', () => {
    const loop: Record<string, unknown> = {};
    loop['self'] = loop;
    assert.throws(() => {
      equal(loop, loop);
    }, TypeError);
    assert.throws(() => {
      equal({ holds: () => true }, { holds: () => true });
    }, TypeError);
  });
});
