import { readFile } from 'node:fs/promises';
import type * as Rasterizer from '@resvg/resvg-wasm';
import { ok, type Result } from '../../core/kernel/result.ts';
import { loadSchemeTypeface } from '../typeface/scheme-typeface.ts';
import type { LabelArtworkRefused, LabelRequest } from './label-artwork.ts';
import { drawLabel } from './label-drawing.ts';
import { labelSvg } from './label-svg.ts';
import { withResolution } from './png-resolution.ts';

/** Dots per inch of a label's picture; at both, modules of the code fall on whole dots. */
export type LabelResolution = 300 | 600;

let rasterizer: Promise<typeof Rasterizer> | undefined;

/** The label as PNG at its smallest printed size, black on white, with its resolution written in the file. */
export async function renderLabelPng(
  request: LabelRequest,
  dpi: LabelResolution,
): Promise<Result<Uint8Array, LabelArtworkRefused>> {
  const drawing = drawLabel(request, await loadSchemeTypeface());
  if (!drawing.ok) return drawing;
  rasterizer ??= loadRasterizer();
  const { Resvg } = await rasterizer;
  const width = Math.round((drawing.value.printedSize.widthMm / 25.4) * dpi);
  const source = new Resvg(labelSvg(drawing.value, request), {
    fitTo: { mode: 'width', value: width },
    background: '#fff',
  });
  const image = source.render();
  try {
    return ok(withResolution(image.asPng(), dpi));
  } finally {
    image.free();
    source.free();
  }
}

/** Loaded at first use: the WebAssembly module takes about 0.1 s to compile. */
async function loadRasterizer(): Promise<typeof Rasterizer> {
  const resvg = await import('@resvg/resvg-wasm');
  await resvg.initWasm(await readFile(new URL(import.meta.resolve('@resvg/resvg-wasm/index_bg.wasm'))));
  return resvg;
}
