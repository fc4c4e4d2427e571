import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { equal } from '../../../testing/equal.ts';
import { japaneseScheme, secondScheme } from '../../../testing/schemes.ts';
import { formatNumber, lastSequence, parseNumber, type NumberParts } from './number-format.ts';
import { NUMBER_KINDS, type NumberFormat, type Scheme } from './scheme.ts';

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const parts: fc.Arbitrary<NumberParts> = fc.record({
  stars: fc.integer({ min: 1, max: 9 }),
  year: fc.integer({ min: 2024, max: 2099 }),
  sequence: fc.integer({ min: 1, max: 9999 }),
});

const formats = (scheme: Scheme): fc.Arbitrary<NumberFormat> =>
  fc.constantFrom(...NUMBER_KINDS.map((kind) => scheme.numbers[kind]));
const anyFormat = fc.oneof(formats(japaneseScheme), formats(secondScheme));

function read(format: NumberFormat, typed: string): string {
  const parsed = parseNumber(format, typed);
  return parsed.ok ? parsed.value : parsed.error.code;
}

/** Ways people write the same character. */
function spellings(character: string): readonly string[] {
  const wide = /[0-9A-Z]/.test(character) ? String.fromCodePoint((character.codePointAt(0) ?? 0) + 0xfee0) : character;
  return [character, character.toLowerCase(), wide, wide.toLowerCase()];
}

test('the numbers of the Japanese scheme look as the scheme data says', () => {
  const { application, registration } = japaneseScheme.numbers;
  const made = { stars: 1, year: 2026, sequence: 42 };
  assert.match(formatNumber(registration, made), /^S1-26-00042-[0-9A-Z]$/);
  assert.match(formatNumber(application, made), /^A-26-00042-[0-9A-Z]$/);
});

test('the numbers of another scheme follow its own format', () => {
  assert.equal(
    formatNumber(secondScheme.numbers.application, { stars: 1, year: 2026, sequence: 794 }),
    'NZA/000794/55',
  );
  assert.match(
    formatNumber(secondScheme.numbers.registration, { stars: 2, year: 2026, sequence: 7 }),
    /^SEAL 2026\.0007 \d\d$/,
  );
});

/** The next value of a stream, which never ends. */
const drawn = <T>(stream: fc.Stream<T>): T => stream.next().value as T;

test('a number is understood in any width, case, hyphenation and spacing', () => {
  const separators = fc.constantFrom('', '-', '－', '‐', '−', 'ー', ' ', '\u3000', '/', '.', '\t', '\u200b');
  fc.assert(
    fc.property(
      anyFormat,
      parts,
      fc.infiniteStream(fc.nat({ max: 3 })),
      fc.infiniteStream(separators),
      (format, made, ways, gaps) => {
        const number = formatNumber(format, made);
        const typed = Array.from(number)
          .filter((character) => /[0-9A-Z]/.test(character))
          .map((character) => `${spellings(character)[drawn(ways)] ?? ''}${drawn(gaps)}`)
          .join('');
        assert.equal(read(format, typed), number, typed);
      },
    ),
  );
});

test('O typed for 0, and I or L typed for 1, are understood where a digit must stand', () => {
  fc.assert(
    fc.property(anyFormat, parts, fc.constantFrom('I', 'l', 'i', 'Ｉ'), (format, made, one) => {
      const number = formatNumber(format, made);
      const check = format.check === 'mod-97-10' ? '' : number.slice(-1);
      const body = check === '' ? number : number.slice(0, -1);
      assert.equal(read(format, body.replaceAll('0', 'O').replaceAll('1', one) + check), number);
    }),
  );
});

test('every single character misread is noticed', () => {
  fc.assert(
    fc.property(anyFormat, parts, fc.nat(), fc.constantFrom(...Array.from(ALPHABET)), (format, made, at, other) => {
      const number = formatNumber(format, made);
      const compact = number.replace(/[^0-9A-Z]/g, '');
      const place = at % compact.length;
      fc.pre(compact[place] !== other);
      const typed = compact.slice(0, place) + other + compact.slice(place + 1);
      const understood = `${compact[place] ?? ''}${other}`;
      const answer = read(format, typed);
      if (/^(0O|1I|1L)$/.test(understood)) assert.ok(answer === number || answer === 'wrong_check_character');
      else assert.match(answer, /^(malformed_number|wrong_check_character)$/, typed);
    }),
    { numRuns: 1000 },
  );
});

/** How many swaps of two different neighbours are tried, and how many are read as a number all the same. */
function swaps(format: NumberFormat): { readonly tried: number; readonly unnoticed: number } {
  const counted = { tried: 0, unnoticed: 0 };
  for (let sequence = 1; sequence < 10_000; sequence += 37) {
    const compact = formatNumber(format, { stars: 1, year: 2026, sequence }).replace(/[^0-9A-Z]/g, '');
    for (let place = 0; place < compact.length - 1; place += 1) {
      const [first = '', second = ''] = compact.slice(place, place + 2);
      if (first === second) continue;
      counted.tried += 1;
      if (parseNumber(format, compact.slice(0, place) + second + first + compact.slice(place + 2)).ok)
        counted.unnoticed += 1;
    }
  }
  return counted;
}

test('every swap of two neighbours is noticed by mod-97-10', () => {
  for (const kind of NUMBER_KINDS) {
    const { tried, unnoticed } = swaps(secondScheme.numbers[kind]);
    assert.ok(tried > 1000);
    assert.equal(unnoticed, 0);
  }
});

test('fewer than one swap of two neighbours in a hundred escapes mod-37-36', () => {
  for (const kind of NUMBER_KINDS) {
    const { tried, unnoticed } = swaps(japaneseScheme.numbers[kind]);
    assert.ok(tried > 1000);
    assert.ok(unnoticed / tried < 1 / 100, `${String(unnoticed)} of ${String(tried)}`);
  }
});

test('a number of one kind is never taken for another kind', () => {
  for (const scheme of [japaneseScheme, secondScheme]) {
    for (const kind of NUMBER_KINDS) {
      const number = formatNumber(scheme.numbers[kind], { stars: 1, year: 2026, sequence: 101 });
      const readers = NUMBER_KINDS.filter((other) => parseNumber(scheme.numbers[other], number).ok);
      equal(readers, [kind]);
    }
  }
});

test('what is no number is refused, however long', () => {
  const { registration } = japaneseScheme.numbers;
  for (const typed of ['', '-', 'S1-26-0042-K', 'S1-26-000042-K', 'registration', '値', 'S'.repeat(100_000)]) {
    assert.equal(read(registration, typed), 'malformed_number');
  }
});

test('a sequence that outgrows its digits is a bug and throws', () => {
  equal(lastSequence(japaneseScheme.numbers.application), 99_999);
  assert.throws(
    () => formatNumber(japaneseScheme.numbers.application, { stars: 1, year: 2026, sequence: 100_000 }),
    /does not fit/,
  );
});
