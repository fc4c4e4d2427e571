import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { equal } from '../../../testing/equal.ts';
import { canonicalJson, isCanonicalJson } from './canonical-json.ts';

test('the example of the standard has its published form (RFC 8785, 3.2.2 and 3.2.3)', () => {
  const input: unknown = JSON.parse(
    String.raw`{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],` +
      String.raw`"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}`,
  );
  assert.equal(
    canonicalJson(input),
    String.raw`{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],` +
      String.raw`"string":"€$\u000f\nA'B\"\\\\\"/"}`,
  );
});

test('members are sorted by UTF-16 code units, not by code points (RFC 8785, 3.2.3)', () => {
  const input: unknown = JSON.parse(
    String.raw`{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One",` +
      String.raw`"\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control","\u00f6":"Latin Small Letter O With Diaeresis"}`,
  );
  const values = [...canonicalJson(input).matchAll(/:"((?:[^"\\]|\\.)*)"/g)].map((match) => match[1]);
  equal(values, [
    'Carriage Return',
    'One',
    'Control',
    'Latin Small Letter O With Diaeresis',
    'Euro Sign',
    'Emoji: Grinning Face',
    'Hebrew Letter Dalet With Dagesh',
  ]);
});

/** IEEE 754 bits and the text they are written as: the samples of RFC 8785, appendix B. */
const NUMBERS: readonly (readonly [bits: string, text: string])[] = [
  ['0000000000000000', '0'],
  ['8000000000000000', '0'],
  ['0000000000000001', '5e-324'],
  ['8000000000000001', '-5e-324'],
  ['7fefffffffffffff', '1.7976931348623157e+308'],
  ['ffefffffffffffff', '-1.7976931348623157e+308'],
  ['4340000000000000', '9007199254740992'],
  ['c340000000000000', '-9007199254740992'],
  ['4430000000000000', '295147905179352830000'],
  ['44b52d02c7e14af5', '9.999999999999997e+22'],
  ['44b52d02c7e14af6', '1e+23'],
  ['44b52d02c7e14af7', '1.0000000000000001e+23'],
  ['444b1ae4d6e2ef4e', '999999999999999700000'],
  ['444b1ae4d6e2ef4f', '999999999999999900000'],
  ['444b1ae4d6e2ef50', '1e+21'],
  ['3eb0c6f7a0b5ed8c', '9.999999999999997e-7'],
  ['3eb0c6f7a0b5ed8d', '0.000001'],
  ['41b3de4355555553', '333333333.3333332'],
  ['41b3de4355555554', '333333333.33333325'],
  ['41b3de4355555555', '333333333.3333333'],
  ['41b3de4355555556', '333333333.3333334'],
  ['41b3de4355555557', '333333333.33333343'],
  ['becbf647612f3696', '-0.0000033333333333333333'],
  ['43143ff3c1cb0959', '1424953923781206.2'],
];

test('numbers are written as ECMAScript writes them (RFC 8785, appendix B)', () => {
  for (const [bits, text] of NUMBERS) {
    const view = new DataView(new ArrayBuffer(8));
    view.setBigUint64(0, BigInt(`0x${bits}`));
    assert.equal(canonicalJson(view.getFloat64(0)), text, bits);
  }
});

test('what JSON cannot carry is refused', () => {
  const refused = [
    NaN,
    Infinity,
    -Infinity,
    undefined,
    1n,
    Symbol('s'),
    () => 1,
    '\ud800',
    { a: undefined },
    [undefined],
  ];
  const odd = [{ '\udc00': 1 }, new Map(), new Set(), Array(1)];
  for (const value of [...refused, ...odd]) assert.throws(() => canonicalJson(value), TypeError);
});

test('days and moments are written as their own text', () => {
  const day = Temporal.PlainDate.from('2026-02-28');
  const moment = Temporal.Instant.from('2026-02-28T00:00:00Z');
  assert.equal(canonicalJson({ moment, day }), '{"day":"2026-02-28","moment":"2026-02-28T00:00:00Z"}');
});

test('any JSON value comes back the same, and its canonical form is its own', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const text = canonicalJson(value);
      assert.equal(canonicalJson(JSON.parse(text)), text);
      equal(JSON.parse(text), JSON.parse(JSON.stringify(value)));
    }),
  );
});

test('the order in which members were added makes no difference', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.integer()), (value) => {
      assert.equal(canonicalJson(Object.fromEntries(Object.entries(value).reverse())), canonicalJson(value));
    }),
  );
});

test('a text is canonical exactly when it is what its value is written as', () => {
  const texts = [
    ...['{"a":1,"b":[{"c":"x","d":null}]}', '{"b":1,"a":2}', '{"a":1,"a":1}', '{ "a":1}', '{"a":-0}', '{"a":1.0}'],
    ...[
      String.raw`{"a":"\u0041"}`,
      String.raw`{"a":"\u000f\n"}`,
      String.raw`{"a":"\u000F"}`,
      String.raw`{"a":"\\ud800"}`,
    ],
    ...['{"10":1,"9":2}', '{"9":2,"10":1}', '[{"b":1,"a":2}]', '{"__proto__":{"b":1,"a":2}}', '1e30', '1e+30', '1E400'],
  ];
  const byWriting = (text: string): boolean => canonicalJson(JSON.parse(text)) === text;
  equal(
    texts.filter((text) => text !== '1E400' && isCanonicalJson(text, JSON.parse(text))),
    texts.filter((text) => text !== '1E400' && byWriting(text)),
  );
  assert.throws(() => isCanonicalJson('1E400', JSON.parse('1E400')), TypeError);
  assert.throws(() => isCanonicalJson(String.raw`"\ud800"`, JSON.parse(String.raw`"\ud800"`)), TypeError);
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const [plain, canonical] = [JSON.stringify(value), canonicalJson(value)];
      equal(isCanonicalJson(plain, JSON.parse(plain)), plain === canonical);
      assert.ok(isCanonicalJson(canonical, JSON.parse(canonical)));
    }),
  );
});

test('however a canonical text is changed and stays JSON, it is canonical exactly if it is written so', () => {
  const pieces = [
    ' ',
    '\t',
    '\n',
    '"',
    '\\',
    '\\u0061',
    '\\/',
    '0',
    '-',
    '.5',
    'e1',
    '1E2',
    ',',
    ':',
    '{',
    '}',
    '[',
    ']',
    'a',
  ];
  const changed = fc.tuple(fc.jsonValue(), fc.nat(), fc.nat(3), fc.constantFrom(...pieces));
  let compared = 0;
  fc.assert(
    fc.property(changed, ([value, place, removed, piece]) => {
      const text = canonicalJson(value);
      const at = place % (text.length + 1);
      const other = text.slice(0, at) + piece + text.slice(at + removed);
      let read: unknown;
      try {
        read = JSON.parse(other);
      } catch {
        return;
      }
      compared += 1;
      const written = ((): string | undefined => {
        try {
          return canonicalJson(read);
        } catch {
          return undefined;
        }
      })();
      if (written === undefined) assert.throws(() => isCanonicalJson(other, read), TypeError);
      else equal(isCanonicalJson(other, read), written === other, other);
    }),
    { numRuns: 3000 },
  );
  assert.ok(compared > 200, `${compared} texts were JSON`);
});
