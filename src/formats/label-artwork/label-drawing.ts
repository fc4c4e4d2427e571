import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { findUndrawable, joinMarks } from '../typeface/drawable-text.ts';
import { placePath, type Path } from '../typeface/path.ts';
import type { SchemeTypeface } from '../typeface/scheme-typeface.ts';
import { codeOutline } from './code-outline.ts';
import { framePaths } from './frame-outline.ts';
import type { InkedArea } from './inked-area.ts';
import type { LabelArtwork, LabelArtworkRefused, LabelRequest, LabelVariant } from './label-artwork.ts';
import { encodeLabelCode, type LabelCode } from './label-code.ts';
import {
  FRAME_MODULES,
  labelModules,
  QUIET_ZONE_MODULES,
  smallestPrintedSize,
  type PrintedSize,
} from './label-dimensions.ts';
import { placeCompact } from './place-compact.ts';
import { placeHorizontal } from './place-horizontal.ts';

/** A label as geometry, in modules from its upper left corner: what every file format of it is made from. */
export type LabelDrawing = {
  readonly width: number;
  readonly height: number;
  /** Smallest size it may be printed at, and the size its files are written in. */
  readonly printedSize: PrintedSize;
  /** The white ground, which carries the code's quiet zone onto coloured products. */
  readonly ground: Path;
  readonly ink: readonly InkedArea[];
  /** What the code says, letter by letter. */
  readonly codeAddress: string;
};

/** Draws a label; refuses what could only come out wrong: a number cut off, a character as an empty box. */
export function drawLabel(request: LabelRequest, typeface: SchemeTypeface): Result<LabelDrawing, LabelArtworkRefused> {
  const { label, variant } = request;
  if (!starsInRange(label)) return refused({ code: 'stars_out_of_range' });
  const undrawable = findUndrawableText(request, typeface);
  if (undrawable !== undefined) return refused(undrawable);
  const code = encodeLabelCode(label.pageUrl);
  if (!code.ok) return code;
  const side = code.value.modules.length;
  const panel = (variant === 'horizontal' ? placeHorizontal : placeCompact)(request, side, typeface);
  if (!panel.ok) return panel;
  const { width, height } = labelModules(variant, side);
  const { ground, frame } = framePaths(width, height);
  return ok({
    width,
    height,
    printedSize: smallestPrintedSize(variant, side),
    ground,
    ink: [frame, ...panel.value, placedCode(code.value, variant, width)],
    codeAddress: code.value.address,
  });
}

function starsInRange({ stars, of }: LabelArtwork): boolean {
  return Number.isInteger(stars) && Number.isInteger(of) && stars >= 1 && stars <= of && of <= 7;
}

function findUndrawableText(
  { label, language }: LabelRequest,
  { regular, bold }: SchemeTypeface,
): LabelArtworkRefused | undefined {
  const shown = [
    { text: label.schemeName[language], font: bold },
    { text: label.levelName[language], font: regular },
    { text: label.registrationNumber, font: bold },
  ];
  for (const { text, font } of shown) {
    const characters = findUndrawable(joinMarks(text), font);
    if (characters.length > 0 || text.trim() === '') return { code: 'text_not_drawable', text, characters };
  }
  return undefined;
}

/** On the full label the code stands at the right end, on the compact one in the upper left corner. */
function placedCode({ modules }: LabelCode, variant: LabelVariant, width: number): InkedArea {
  const margin = FRAME_MODULES + QUIET_ZONE_MODULES;
  const x = variant === 'horizontal' ? width - margin - modules.length : margin;
  return { path: placePath(codeOutline(modules), { x, y: margin, scale: 1 }), rule: 'evenodd' };
}
