import { inflateSync } from 'node:zlib';

/** Reads an 8-bit RGBA picture without interlacing (PNG 1.2, 6). */
export function readPng(png: Uint8Array): { width: number; height: number; perMetre: number; data: Uint8Array } {
  const view = new DataView(png.buffer, png.byteOffset, png.byteLength);
  const parts: Uint8Array[] = [];
  let perMetre = 0;
  for (let at = 8; at < png.length; at += view.getUint32(at) + 12) {
    const kind = String.fromCharCode(...png.subarray(at + 4, at + 8));
    if (kind === 'IDAT') parts.push(png.subarray(at + 8, at + 8 + view.getUint32(at)));
    if (kind === 'pHYs') perMetre = view.getUint32(at + 8);
  }
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if ([...png.subarray(24, 29)].join() !== '8,6,0,0,0')
    throw new Error('not an 8-bit RGBA picture without interlacing');
  return { width, height, perMetre, data: unfiltered(inflateSync(Buffer.concat(parts)), width * 4, height) };
}

function unfiltered(rows: Uint8Array, stride: number, height: number): Uint8Array {
  const data = new Uint8Array(stride * height);
  const byteAt = (x: number, y: number): number => (x < 0 || y < 0 ? 0 : (data[y * stride + x] ?? 0));
  for (let y = 0; y < height; y += 1) {
    const filter = rows[y * (stride + 1)] ?? 0;
    for (let x = 0; x < stride; x += 1) {
      const [left, up, corner] = [byteAt(x - 4, y), byteAt(x, y - 1), byteAt(x - 4, y - 1)];
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
