import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { joinMarks } from '../typeface/drawable-text.ts';
import type { SchemeTypeface } from '../typeface/scheme-typeface.ts';
import { fitText, LINE_STEP, type TextRoom } from './fit-text.ts';
import type { InkedArea } from './inked-area.ts';
import type { LabelArtworkRefused, LabelRequest } from './label-artwork.ts';
import {
  FRAME_MODULES,
  MODULE_MM,
  PANEL_MODULES,
  QUIET_ZONE_MODULES,
  REFERENCE_INNER_SIDE,
  SMALLEST_LETTER_MM,
} from './label-dimensions.ts';
import { lineOutline } from './line-outline.ts';
import { emptyStar, filledStar } from './star-outline.ts';

/** Height of Latin capitals and the foot of kanji below the baseline, in em of the typeface. */
const CAPITALS = 0.733;
const KANJI_TOP = 0.83;

/** Proportions in modules at the reference side, from the foot of the panel upwards. */
const NUMBER = 4.7;
const NAME = 4.5;
const LEVEL = 3.9;
const STAR = 6;
const STAR_GAP = 1.3;
const GAP = 2.5;
const MARGIN = 4;

type Room = { readonly codeSide: number; readonly typeface: SchemeTypeface };

/** Measures of the panel beside a code of so many modules. */
function panelOf(codeSide: number) {
  const growth = (codeSide + 2 * QUIET_ZONE_MODULES) / REFERENCE_INNER_SIDE;
  const top = FRAME_MODULES + QUIET_ZONE_MODULES;
  const width = (PANEL_MODULES.horizontal.panelWidth - MARGIN) * growth;
  const smallest = SMALLEST_LETTER_MM / MODULE_MM.horizontal;
  const oneLine = (largest: number): TextRoom => ({ width, height: 99, largest, smallest, maxLines: 1 });
  return { growth, x: FRAME_MODULES + MARGIN * growth, top, bottom: top + codeSide, width, smallest, oneLine };
}

/** Name of the scheme, stars and name of the level: all but the number. */
function placeWords(
  { label, language }: LabelRequest,
  { codeSide, typeface: { regular, bold } }: Room,
): Result<readonly InkedArea[], LabelArtworkRefused> {
  const { growth, x, top, bottom, width, smallest, oneLine } = panelOf(codeSide);
  const level = fitText(joinMarks(label.levelName[language]), regular, oneLine(LEVEL * growth), language);
  if (level === undefined) return refused({ code: 'text_too_long', text: label.levelName[language] });

  const levelBaseline = bottom - (NUMBER * CAPITALS + GAP) * growth;
  const starSize = Math.min(STAR * growth, (width - STAR_GAP * growth * (label.of - 1)) / label.of);
  const starTop = levelBaseline - (LEVEL * KANJI_TOP + GAP * 0.75) * growth - starSize;
  const room = { width, height: starTop - GAP * 0.8 * growth - top, largest: NAME * growth, smallest, maxLines: 3 };
  const name = fitText(joinMarks(label.schemeName[language]), bold, room, language);
  if (name === undefined) return refused({ code: 'text_too_long', text: label.schemeName[language] });

  const nameLines = name.lines.map((line, index) =>
    lineOutline(line, bold, {
      x,
      baseline: top + (KANJI_TOP + index * LINE_STEP) * name.size,
      size: name.size,
    }),
  );
  const stars = Array.from({ length: label.of }, (_, index): InkedArea => {
    const place = { x: x + index * (starSize + STAR_GAP * growth), y: starTop, size: starSize };
    return { path: index < label.stars ? filledStar(place) : emptyStar(place), rule: 'evenodd' };
  });
  const levelLine = lineOutline(level.lines.join(''), regular, { x, baseline: levelBaseline, size: level.size });
  return ok([...nameLines, ...stars, levelLine]);
}

/** Words and stars drawn before: all labels of a level share them. */
const known = new WeakMap<SchemeTypeface, Map<string, readonly InkedArea[]>>();

/** Texts whose drawings are kept; a scheme has a handful. */
const MOST_KEPT = 100;

function sharedWords(request: LabelRequest, room: Room): Result<readonly InkedArea[], LabelArtworkRefused> {
  const { label, language } = request;
  const { schemeName, levelName, stars, of } = label;
  const key = JSON.stringify([language, schemeName[language], levelName[language], stars, of, room.codeSide]);
  const kept = known.get(room.typeface) ?? new Map<string, readonly InkedArea[]>();
  const before = kept.get(key);
  if (before !== undefined) return ok(before);
  const placed = placeWords(request, room);
  if (!placed.ok) return placed;
  if (kept.size >= MOST_KEPT) kept.clear();
  known.set(room.typeface, kept.set(key, placed.value));
  return placed;
}

/** The words, stars and number of the full label: they stand left of the code, between its upper and its lower edge. */
export function placeHorizontal(
  request: LabelRequest,
  codeSide: number,
  typeface: SchemeTypeface,
): Result<readonly InkedArea[], LabelArtworkRefused> {
  const { label, language } = request;
  const { growth, x, bottom, oneLine } = panelOf(codeSide);
  const number = fitText(label.registrationNumber, typeface.bold, oneLine(NUMBER * growth), language);
  if (number === undefined) return refused({ code: 'text_too_long', text: label.registrationNumber });
  const words = sharedWords(request, { codeSide, typeface });
  if (!words.ok) return words;
  const line = lineOutline(number.lines.join(''), typeface.bold, { x, baseline: bottom, size: number.size });
  return ok([...words.value, line]);
}
