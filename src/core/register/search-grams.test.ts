import assert from 'node:assert/strict';
import fc from 'fast-check';
import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { japaneseScheme } from '../../../testing/schemes.ts';
import { gramsOf, gramsOfWord } from './search-grams.ts';
import { wordsOf } from './search-words.ts';

test('whatever part of a text somebody types, all its runs are in the index', () => {
  const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (whole, from, to) => {
      const characters = Array.from(whole);
      const [start, end] = [from % characters.length, to % characters.length].sort((one, other) => one - other);
      const part = characters.slice(start, (end ?? 0) + 1).join('');
      const held = new Set(gramsOf([whole]));
      assert.ok(gramsOfWord(part).every((gram) => held.has(gram)));
    }),
  );
});

test('runs do not reach from one text into the next', () => {
  equal(
    [...gramsOf(['カメ', 'ラ'])].filter((gram) => gram.includes('メラ')),
    [],
  );
});

test('a word stands for those that mean the same; words that are none are left out', () => {
  const words = wordsOf('監視カメラ 、 HGW-700', japaneseScheme.search).map((word) => word.map(({ text }) => text));
  equal(words.length, 2);
  equal(words[0]?.slice(0, 2), ['監視カメラ', 'ネツトワクカメラ']);
  equal(words[1], ['hgw700']);
});

test('of a text with very many words the first sixteen are looked for', () => {
  const text = Array.from({ length: 40 }, (_, place) => `w${String(place)}`).join(' ');
  equal(wordsOf(text, japaneseScheme.search).length, 16);
});
