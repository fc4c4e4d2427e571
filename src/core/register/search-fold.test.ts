import fc from 'fast-check';
import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { searchFold } from './search-fold.ts';

test('names are found in any width, case, kana, small kana, long-vowel mark, hyphen and spacing', () => {
  const spellings = [
    'ホームゲートウェイ',
    'ﾎｰﾑｹﾞｰﾄｳｪｲ',
    'ほーむげーとうぇい',
    'ホーム ゲートウエイ',
    'ホ−ムゲ―トウェイ',
  ];
  equal(new Set(spellings.map(searchFold)).size, 1);
  equal(searchFold('ＨＧＷ－７００'), searchFold('hgw 700'));
});

test('other names stay apart', () => {
  equal(searchFold('みなと') === searchFold('みなど'), false);
  equal(searchFold('HGW-700') === searchFold('HGW-701'), false);
});

test('folding what is folded changes nothing', () => {
  fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => searchFold(searchFold(text)) === searchFold(text)));
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom(...'ぁヴゕヵーｰ−-ﾞゞ〜・㍻①'.split('')) }),
      (text) => searchFold(searchFold(text)) === searchFold(text),
    ),
  );
});
