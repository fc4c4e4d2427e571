import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { SchemeTypeface } from '../typeface/scheme-typeface.ts';
import { fitText, textWidth } from './fit-text.ts';
import type { InkedArea } from './inked-area.ts';
import type { LabelArtworkRefused, LabelRequest } from './label-artwork.ts';
import {
  FRAME_MODULES,
  labelModules,
  MODULE_MM,
  PANEL_MODULES,
  QUIET_ZONE_MODULES,
  REFERENCE_INNER_SIDE,
  SMALLEST_LETTER_MM,
} from './label-dimensions.ts';
import { lineOutline } from './line-outline.ts';
import { emptyStar, filledStar } from './star-outline.ts';

const CAPITALS = 0.733;
const RIGHT_MARGIN = 3;
const STAR_GAP = 1.2;

/** Stars and number of the compact label: the stars rise beside the code like a gauge, the number runs under it. */
export function placeCompact(
  { label, language }: LabelRequest,
  codeSide: number,
  { bold }: SchemeTypeface,
): Result<readonly InkedArea[], LabelArtworkRefused> {
  const inner = codeSide + 2 * QUIET_ZONE_MODULES;
  const growth = inner / REFERENCE_INNER_SIDE;
  const { width } = labelModules('compact', codeSide);
  const left = FRAME_MODULES + QUIET_ZONE_MODULES;
  const right = width - FRAME_MODULES - RIGHT_MARGIN * growth;

  const number = fitText(
    label.registrationNumber,
    bold,
    {
      width: right - left,
      height: 99,
      largest: 6 * growth,
      smallest: SMALLEST_LETTER_MM / MODULE_MM.compact,
      maxLines: 1,
    },
    language,
  );
  if (number === undefined) return refused({ code: 'text_too_long', text: label.registrationNumber });
  const line = number.lines.join('');
  const numberRoom = PANEL_MODULES.compact.panelHeight * growth;
  const numberPlace = {
    x: left + (right - left - textWidth(line, bold) * number.size) / 2,
    baseline: FRAME_MODULES + inner + (numberRoom - RIGHT_MARGIN * growth + CAPITALS * number.size) / 2,
    size: number.size,
  };
  return ok([...gauge(label, { codeSide, growth, right }), lineOutline(line, bold, numberPlace)]);
}

/** The lowest star is the first level. */
function gauge(
  { stars, of }: LabelRequest['label'],
  { codeSide, growth, right }: { readonly codeSide: number; readonly growth: number; readonly right: number },
): readonly InkedArea[] {
  const column = (PANEL_MODULES.compact.panelWidth - RIGHT_MARGIN) * growth;
  const size = Math.min(column, (codeSide - STAR_GAP * growth * (of - 1)) / of);
  const step = of === 1 ? 0 : (codeSide - size) / (of - 1);
  const foot = FRAME_MODULES + QUIET_ZONE_MODULES + codeSide - size;
  return Array.from({ length: of }, (_, index): InkedArea => {
    const place = { x: right - (column + size) / 2, y: foot - index * step, size };
    return { path: index < stars ? filledStar(place) : emptyStar(place), rule: 'evenodd' };
  });
}
