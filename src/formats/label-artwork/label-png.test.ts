import assert from 'node:assert/strict';
import { inflateSync } from 'node:zlib';
import { test } from 'node:test';
import { decodeQR } from 'qr/decode.js';
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
  assert.deepStrictEqual([width, height, perMetre], [48 * 8, 46 * 8, 23_622]);
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
  assert.deepStrictEqual(await renderLabelPng(request, 300), await renderLabelPng(request, 300));
});

/** Reads an 8-bit RGBA picture without interlacing (PNG 1.2, 6). */
function readPng(png: Uint8Array): { width: number; height: number; perMetre: number; data: Uint8Array } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const parts: Uint8Array[] = [];
  let perMetre = 0;
  for (let at = 8; at < png.length; at += view.getUint32(at) + 12) {
    const kind = String.fromCharCode(...png.subarray(at + 4, at + 8));
    if (kind === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + view.getUint32(at)));
    if (kind === 'pHYs') perMetre = view.getUint32(at + 8);
  }
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  assert.deepStrictEqual([...png.subarray(24, 29)], [8, 6, 0, 0, 0]);
  return { width, height, perMetre, data: unfiltered(inflateSync(Buffer.concat(parts)), width * 4, height) };
}

function unfiltered(rows: Uint8Array, stride: number, height: number): Uint8Array {
  const data = new Uint8Array(stride * height);
  for (let y = 0; y < height; y += 1) {
    const filter = rows[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const left = x < 4 ? 0 : (data[y * stride + x - 4] ?? 0);
      const up = y === 0 ? 0 : (data[(y - 1) * stride + x] ?? 0);
      const corner = x < 4 || y === 0 ? 0 : (data[(y - 1) * stride + x - 4] ?? 0);
      const guess = [0, left, up, (left + up) >> 1, nearest(left, up, corner)][filter] ?? 0;
      data[y * stride + x] = (rows[y * (stride + 1) + 1 + x] ?? 0) + guess;
    }
  }
  return data;
}

function nearest(left: number, up: number, corner: number): number {
  const sum = left + up - corner;
  const [a, b, c] = [Math.abs(sum - left), Math.abs(sum - up), Math.abs(sum - corner)];
  if (a <= b && a <= c) return left;
  return b <= c ? up : corner;
}
