import type { LabelVariant } from './label-artwork.ts';

/** Dots of a 300 dpi raster per module of the code: modules then fall on whole dots at 300 dpi and its multiples. */
const DOTS_PER_MODULE = { horizontal: 5, compact: 4 } as const satisfies Record<LabelVariant, number>;

/**
 * Smallest printed edge of one module of the code, in mm: 0.423 (horizontal) and 0.339 (compact); print larger, never
 * smaller.
 */
export const MODULE_MM: Readonly<Record<LabelVariant, number>> = {
  horizontal: (DOTS_PER_MODULE.horizontal * 25.4) / 300,
  compact: (DOTS_PER_MODULE.compact * 25.4) / 300,
};

/** Empty modules around the code, part of the artwork (ISO/IEC 18004, quiet zone). */
export const QUIET_ZONE_MODULES = 4;

/** Empty space to be kept around the whole label, in modules. */
const CLEAR_SPACE_MODULES = 4;

/** Empty space to be kept around the label at its smallest printed size, in mm: 1.70 (horizontal) and 1.36 (compact). */
export const CLEAR_SPACE_MM: Readonly<Record<LabelVariant, number>> = {
  horizontal: CLEAR_SPACE_MODULES * MODULE_MM.horizontal,
  compact: CLEAR_SPACE_MODULES * MODULE_MM.compact,
};

/** Smallest size of any letter on the label, in mm of its em: 4 typographic points, capitals 1.03 mm high. */
export const SMALLEST_LETTER_MM = (4 * 25.4) / 72;

/** Width and height of a label at its smallest printed size. */
export type PrintedSize = { readonly widthMm: number; readonly heightMm: number };

/** Outer edges of the frame in whole modules, for a code of so many modules a side; no text of the label changes them. */
export function labelModules(
  variant: LabelVariant,
  codeSide: number,
): { readonly width: number; readonly height: number } {
  const inner = codeSide + 2 * QUIET_ZONE_MODULES;
  const growth = inner / REFERENCE_INNER_SIDE;
  const { panelWidth, panelHeight } = PANEL_MODULES[variant];
  return {
    width: inner + Math.round(panelWidth * growth) + 2 * FRAME_MODULES,
    height: inner + Math.round(panelHeight * growth) + 2 * FRAME_MODULES,
  };
}

/** Width of the frame's line and its room, in modules. */
export const FRAME_MODULES = 1;

/** Side of the smallest code in use (version 3) with its quiet zone: at it the drawing's own proportions are stated. */
export const REFERENCE_INNER_SIDE = 37;

/** Room beside or under the code's square, in modules at the reference side. */
export const PANEL_MODULES: Readonly<
  Record<LabelVariant, { readonly panelWidth: number; readonly panelHeight: number }>
> = {
  horizontal: { panelWidth: 64, panelHeight: 0 },
  compact: { panelWidth: 9, panelHeight: 7 },
};

/** The label's smallest printed size for a code of so many modules a side; larger is always allowed. */
export function smallestPrintedSize(variant: LabelVariant, codeSide: number): PrintedSize {
  const { width, height } = labelModules(variant, codeSide);
  return { widthMm: width * MODULE_MM[variant], heightMm: height * MODULE_MM[variant] };
}
