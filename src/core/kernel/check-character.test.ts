import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { CHECK_SYSTEMS, checkCharacters, checkLength, type CheckSystem } from './check-character.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const payload = fc.string({ unit: fc.constantFrom(...Array.from(ALPHABET)), minLength: 1, maxLength: 20 });

test('MOD 97-10 gives the check digits of published examples (ISO 7064; ISO 17442, an LEI; ISO 13616, an IBAN)', () => {
  assert.equal(checkCharacters('mod-97-10', '794'), '44');
  assert.equal(checkCharacters('mod-97-10', '5493001KJTIIGC8Y1R'), '12');
  assert.equal(checkCharacters('mod-97-10', 'WEST12345698765432GB'), '82');
});

test('MOD 37,36 gives the check character of a published example (a Global Release Identifier)', () => {
  assert.equal(checkCharacters('mod-37-36', 'A12425GABC1234002'), 'M');
});

for (const system of CHECK_SYSTEMS) {
  test(`${system} appends as many characters as it says`, () => {
    fc.assert(fc.property(payload, (text) => checkCharacters(system, text).length === checkLength(system)));
  });

  test(`${system} notices any one misread character that stays a digit or a letter`, () => {
    fc.assert(
      fc.property(payload, fc.nat(), fc.constantFrom(...Array.from(ALPHABET)), (text, at, other) => {
        const place = at % text.length;
        const kind = /[0-9]/.test(other) ? /[0-9]/ : /[A-Z]/;
        fc.pre(text[place] !== other && kind.test(text.charAt(place)));
        const misread = text.slice(0, place) + other + text.slice(place + 1);
        assert.notEqual(checkCharacters(system, misread), checkCharacters(system, text));
      }),
      { numRuns: 1000 },
    );
  });
}

test('mod-37-36 notices a digit taken for a letter, too', () => {
  for (const head of ALPHABET) {
    const checks = new Set(
      Array.from(ALPHABET).map((character) => checkCharacters('mod-37-36', `${head}${character}`)),
    );
    assert.equal(checks.size, ALPHABET.length);
  }
});

/** Pairs of neighbours whose swap leaves the check characters as they were, after each beginning. */
function unnoticedSwaps(system: CheckSystem, heads: readonly string[], characters: string): number {
  const pairs = Array.from(characters).flatMap((one, place) =>
    Array.from(characters.slice(0, place)).map((other) => [one, other] as const),
  );
  const unnoticed = (head: string) =>
    pairs.filter(([a, b]) => checkCharacters(system, head + a + b) === checkCharacters(system, head + b + a));
  return heads.reduce((sum, head) => sum + unnoticed(head).length, 0);
}

test('mod-37-36 misses one swap of neighbours in 630, whatever the number begins with', () => {
  // the 36 first characters lead to the 36 states the system has
  assert.equal(unnoticedSwaps('mod-37-36', Array.from(ALPHABET), ALPHABET), 36);
});

test('mod-97-10 notices every swap of neighbouring digits', () => {
  const heads = Array.from({ length: 97 }, (_, state) => String(state).padStart(2, '0'));
  assert.equal(unnoticedSwaps('mod-97-10', heads, '0123456789'), 0);
});

test('only folded payloads have check characters', () => {
  for (const text of ['', 'a1', 'A-1', 'Ａ', ' ']) assert.throws(() => checkCharacters('mod-37-36', text));
});
