import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import { initWasm, Resvg } from '@resvg/resvg-wasm';
import { placePath } from './path.ts';
import { loadSchemeTypeface } from './scheme-typeface.ts';

const EM = 80;
const SAMPLE = '適合ラベルがÅé①Q8';

test('outlines read from the font cover the same dots as an independent renderer draws from it', async () => {
  await initWasm(await readFile(new URL(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))));
  const { regular, files } = await loadSchemeTypeface();
  for (const character of SAMPLE) {
    const glyph = regular.findGlyph(character);
    assert.ok(glyph, character);
    const d = placePath(glyph.outline, { x: 10, y: EM, scale: EM })
      .map(([command, ...numbers]) => command + numbers.join(' '))
      .join('');
    const ours = dots(`<path d="${d}"/>`, []);
    const theirs = dots(
      `<text x="10" y="${EM}" font-family="Noto Sans JP" font-size="${EM}">${character}</text>`,
      files,
    );
    const ink = theirs.reduce((sum, dot) => sum + dot, 0);
    const apart = ours.reduce((sum, dot, index) => sum + Math.abs(dot - (theirs[index] ?? 0)), 0);
    assert.ok(ink > 10_000, `${character} was drawn`);
    assert.ok(apart / ink < 0.02, `${character} differs by ${apart / ink}`);
  }
});

test('full-width characters advance by one em, and proportional ones by less', async () => {
  const { regular, bold } = await loadSchemeTypeface();
  assert.equal(regular.findGlyph('適')?.advance, 1);
  assert.ok((bold.findGlyph('1')?.advance ?? 1) < 0.7);
});

test('a character the font does not have is not found, and neither is more than one character', async () => {
  const { regular } = await loadSchemeTypeface();
  assert.equal(regular.findGlyph('ש'), undefined);
  assert.equal(regular.findGlyph('ab'), undefined);
  assert.equal(regular.findGlyph(''), undefined);
});

function dots(content: string, fontBuffers: readonly Uint8Array[]): number[] {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="110" height="110">${content}</svg>`;
  const { pixels } = new Resvg(svg, { font: { fontBuffers: [...fontBuffers], loadSystemFonts: false } }).render();
  return Array.from({ length: pixels.length / 4 }, (_, index) => pixels[index * 4 + 3] ?? 0);
}
