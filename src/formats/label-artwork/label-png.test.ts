import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeQR } from 'qr/decode.js';
import { equal } from '../../../testing/equal.ts';
import { readPng } from '../../../testing/read-png.ts';
import { LANGUAGES } from '../../core/kernel/text.ts';
import { LABEL_VARIANTS } from './label-artwork.ts';
import { labelExample } from './label-example.ts';
import { renderLabelPng } from './label-png.ts';

const ADDRESSES = [
  ['http://a.jp/l/1', 'HTTP://A.JP/L/1'],
  ['https://shirushi.example/l/S1-26-000123-K', 'HTTPS://SHIRUSHI.EXAMPLE/L/S1-26-000123-K'],
  [`https://a.example/${'x'.repeat(202)}`, `HTTPS://A.EXAMPLE/${'X'.repeat(202)}`],
  ['https://a.example/~office/l_1?n=1', 'https://a.example/~office/l_1?n=1'],
] as const;

for (const variant of LABEL_VARIANTS) {
  for (const dpi of [300, 600] as const) {
    test(`the code of the ${variant} label is read back at ${dpi} dpi, for every level, language and length of address`, async () => {
      for (const [pageUrl, address] of ADDRESSES) {
        for (const language of LANGUAGES) {
          const of = language === 'ja' ? 4 : 7;
          for (const stars of Array.from({ length: of }, (_, index) => index + 1)) {
            const png = await renderLabelPng({ label: labelExample({ pageUrl, stars, of }), variant, language }, dpi);
            assert.ok(png.ok);
            assert.equal(decodeQR(readPng(png.value), { timeLimit: 5_000 }), address);
          }
        }
      }
    });
  }
}

test('the picture has its true size: dots and resolution agree with the smallest printed size', async () => {
  const png = await renderLabelPng({ label: labelExample(), variant: 'compact', language: 'ja' }, 600);
  assert.ok(png.ok);
  const { width, height, perMetre } = readPng(png.value);
  equal([width, height, perMetre], [48 * 8, 46 * 8, 23_622]);
});

test('at 300 dpi every module of the code is whole dots, black or white and nothing between', async () => {
  for (const variant of LABEL_VARIANTS) {
    const png = await renderLabelPng({ label: labelExample(), variant, language: 'ja' }, 300);
    assert.ok(png.ok);
    const { width, data } = readPng(png.value);
    const dots = variant === 'horizontal' ? 5 : 4;
    const left = variant === 'horizontal' ? 69 : 5;
    for (let y = 5 * dots; y < 34 * dots; y += 1) {
      for (let x = left * dots; x < (left + 29) * dots; x += 1) {
        assert.ok([0, 255].includes(data[(y * width + x) * 4] ?? 1), `${variant} ${x} ${y}`);
      }
    }
  }
});

test('the same label gives the same picture', async () => {
  const request = { label: labelExample(), variant: 'compact', language: 'en' } as const;
  equal(await renderLabelPng(request, 300), await renderLabelPng(request, 300));
});
