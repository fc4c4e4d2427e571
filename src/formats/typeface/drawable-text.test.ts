import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { findUndrawable, joinMarks, toDrawableText } from './drawable-text.ts';
import { loadSchemeTypeface } from './scheme-typeface.ts';

test('what cannot be drawn or seen is written out instead of lost', async () => {
  const { regular } = await loadSchemeTypeface();
  assert.equal(toDrawableText('a\u202eb😀', regular), 'a[U+202E]b[U+1F600]');
  assert.equal(toDrawableText('\u0000\u200b\ud800', regular), '[U+0000][U+200B][U+D800]');
});

test('names are drawn exactly as typed, with kanji that normal forms would alter', async () => {
  const { regular } = await loadSchemeTypeface();
  const name = '髙﨑神福①㈱ﾃｽﾄ　Müller & Söhne';
  assert.equal(toDrawableText(name, regular), name);
});

test('separate voicing marks and accents join the letter before them, and only those', () => {
  assert.equal(joinMarks('か\u3099ハ\u309ae\u0301'), 'がパé');
  assert.equal(joinMarks('\ufa19\u{e0100}'), '\ufa19\u{e0100}');
});

test('undrawable characters are named once each', async () => {
  const { bold } = await loadSchemeTypeface();
  equal(findUndrawable('שלום של', bold), ['ש', 'ל', 'ו', 'ם']);
  equal(findUndrawable('適合 Level 1', bold), []);
});
