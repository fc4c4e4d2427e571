import { readFile } from 'node:fs/promises';
import { ok, type Result } from '../../core/kernel/result.ts';
import { loadSchemeTypeface } from '../typeface/scheme-typeface.ts';
import { compilePdf } from '../typst/compile-pdf.ts';
import type { LabelArtworkRefused, LabelRequest } from './label-artwork.ts';
import { MODULE_MM } from './label-dimensions.ts';
import { drawLabel } from './label-drawing.ts';
import { labelWords } from './label-words.ts';

/** The label as vector PDF for printing houses: its page is the artwork at its smallest size, its ink is 100 % K. */
export async function renderLabelPdf(request: LabelRequest): Promise<Result<Uint8Array, LabelArtworkRefused>> {
  const drawing = drawLabel(request, await loadSchemeTypeface());
  if (!drawing.ok) return drawing;
  const { ground, ink, printedSize } = drawing.value;
  const label = {
    ...labelWords(request.label, request.language),
    ...printedSize,
    language: request.language,
    moduleMm: MODULE_MM[request.variant],
    ground,
    ink: ink.map(({ path, rule }) => ({ path, rule: rule === 'evenodd' ? 'even-odd' : 'non-zero' })),
  };
  const template = await readFile(new URL('label-pdf.typ', import.meta.url), 'utf8');
  return ok(await compilePdf({ template, inputs: { label: JSON.stringify(label) }, standard: '1.7' }));
}
