import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { loadSchemeTypeface } from '../typeface/scheme-typeface.ts';
import { fitText, LINE_STEP, textWidth } from './fit-text.ts';

const { bold } = await loadSchemeTypeface();
const ROOM = { width: 60, height: 20, largest: 5, smallest: 3, maxLines: 3 };

test('a short text stands on one line at the largest size', () => {
  equal(fitText('適合ラベル', bold, ROOM, 'ja'), { lines: ['適合ラベル'], size: 5 });
});

test('a longer one is broken between words, never within one', () => {
  const ja = fitText('IoT製品セキュリティ適合性評価制度', bold, ROOM, 'ja');
  equal(ja?.lines, ['IoT製品セキュリティ', '適合性評価制度']);
  const en = fitText('IoT Product Security Conformity Assessment Scheme', bold, ROOM, 'en');
  assert.equal(en?.lines.join(' '), 'IoT Product Security Conformity Assessment Scheme');
});

test('no line begins with what closes or ends with what opens', () => {
  const fitted = fitText('製品（ネットワーク）、機器「セキュリティ」', bold, { ...ROOM, width: 32 }, 'ja');
  for (const line of fitted?.lines ?? assert.fail()) assert.match(line, /^[^）」、].*[^（「]$/u);
});

test('whatever is fitted lies inside its room', () => {
  for (const text of ['a', 'IoT Product Security', '適合性評価制度'.repeat(3), 'A-B-C-D-E-F 12345 （税込）']) {
    const fitted = fitText(text, bold, ROOM, 'ja') ?? assert.fail(text);
    const { lines, size } = fitted;
    assert.ok(size >= ROOM.smallest && size <= ROOM.largest);
    assert.ok((1 + (lines.length - 1) * LINE_STEP) * size <= ROOM.height + 1e-6);
    for (const line of lines) assert.ok(textWidth(line, bold) * size <= ROOM.width + 1e-6);
  }
});

test('a text that would have to be smaller than readable does not fit', () => {
  assert.equal(fitText('制度'.repeat(60), bold, ROOM, 'ja'), undefined);
  assert.equal(fitText('W'.repeat(60), bold, ROOM, 'en'), undefined);
});
