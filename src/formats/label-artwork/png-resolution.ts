import { crc32 } from 'node:zlib';

const SIGNATURE_AND_HEADER = 8 + 25;
const METRE_IN_INCHES = 1 / 0.0254;

/** A PNG with its resolution written in, so that a layout program places it in its true size (PNG 1.2, 4.2.4.2 pHYs). */
export function withResolution(png: Uint8Array, dpi: number): Uint8Array {
  const chunk = new Uint8Array(4 + 4 + 9 + 4);
  const view = new DataView(chunk.buffer);
  view.setUint32(0, 9);
  chunk.set(new TextEncoder().encode('pHYs'), 4);
  view.setUint32(8, Math.round(dpi * METRE_IN_INCHES));
  view.setUint32(12, Math.round(dpi * METRE_IN_INCHES));
  chunk[16] = 1;
  view.setUint32(17, crc32(chunk.subarray(4, 17)));
  const marked = new Uint8Array(png.length + chunk.length);
  marked.set(png.subarray(0, SIGNATURE_AND_HEADER));
  marked.set(chunk, SIGNATURE_AND_HEADER);
  marked.set(png.subarray(SIGNATURE_AND_HEADER), SIGNATURE_AND_HEADER + chunk.length);
  return marked;
}
