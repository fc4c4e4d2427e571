import type { Path, PathStep } from './path.ts';

type Point = { readonly x: number; readonly y: number; readonly on: boolean };

/** Finds the bytes of a glyph's description; empty for a glyph without ink. */
export type GlyphBytes = (glyph: number) => DataView | undefined;

/**
 * The outline of one glyph in font units, y pointing down (OpenType specification, "glyf"). Composite glyphs are put
 * together from their parts, which may be moved but not turned or scaled: no part of the typeface in use is.
 */
export function readGlyphOutline(glyph: number, bytesOf: GlyphBytes): Path {
  const bytes = bytesOf(glyph);
  if (bytes === undefined) return [];
  const contours = bytes.getInt16(0);
  return contours >= 0 ? readContours(bytes, contours).flatMap(contourPath) : readParts(bytes, bytesOf);
}

const ARGUMENTS_ARE_WORDS = 0x0001;
const ARGUMENTS_ARE_OFFSETS = 0x0002;
const TRANSFORMED = 0x0008 | 0x0040 | 0x0080;
const MORE_PARTS = 0x0020;

function readParts(bytes: DataView, bytesOf: GlyphBytes): Path {
  const path: PathStep[] = [];
  let at = 10;
  let flags: number;
  do {
    flags = bytes.getUint16(at);
    if ((flags & TRANSFORMED) !== 0 || (flags & ARGUMENTS_ARE_OFFSETS) === 0) {
      throw new Error('the font holds a turned or scaled part, which this reader does not draw');
    }
    const words = (flags & ARGUMENTS_ARE_WORDS) !== 0;
    const x = words ? bytes.getInt16(at + 4) : bytes.getInt8(at + 4);
    const y = words ? bytes.getInt16(at + 6) : bytes.getInt8(at + 5);
    const part = readGlyphOutline(bytes.getUint16(at + 2), bytesOf);
    path.push(...part.map((step) => movedStep(step, x, -y)));
    at += words ? 8 : 6;
  } while ((flags & MORE_PARTS) !== 0);
  return path;
}

function movedStep(step: PathStep, x: number, y: number): PathStep {
  if (step[0] === 'Z') return step;
  if (step[0] === 'Q') return ['Q', step[1] + x, step[2] + y, step[3] + x, step[4] + y];
  return [step[0], step[1] + x, step[2] + y];
}

const ON_CURVE = 0x01;
const REPEATED = 0x08;
const X_AXIS = { short: 0x02, sameOrPositive: 0x10 };
const Y_AXIS = { short: 0x04, sameOrPositive: 0x20 };

function readContours(bytes: DataView, contours: number): Point[][] {
  const ends = Array.from({ length: contours }, (_, index) => bytes.getUint16(10 + index * 2));
  const points = (ends.at(-1) ?? -1) + 1;
  const instructions = 10 + contours * 2;
  const { flags, next } = readFlags(bytes, instructions + 2 + bytes.getUint16(instructions), points);
  const xs = readCoordinates(bytes, next, flags, X_AXIS);
  const ys = readCoordinates(bytes, xs.next, flags, Y_AXIS);
  const all = flags.map((flag, index) => ({
    x: xs.values[index] ?? 0,
    y: -(ys.values[index] ?? 0),
    on: (flag & ON_CURVE) !== 0,
  }));
  return ends.map((end, index) => all.slice(index === 0 ? 0 : (ends[index - 1] ?? 0) + 1, end + 1));
}

function readFlags(bytes: DataView, start: number, points: number): { flags: number[]; next: number } {
  const flags: number[] = [];
  let next = start;
  while (flags.length < points) {
    const flag = bytes.getUint8(next);
    next += 1;
    let times = 1;
    if ((flag & REPEATED) !== 0) {
      times += bytes.getUint8(next);
      next += 1;
    }
    for (; times > 0; times -= 1) flags.push(flag);
  }
  return { flags, next };
}

function readCoordinates(
  bytes: DataView,
  start: number,
  flags: readonly number[],
  axis: typeof X_AXIS,
): { values: number[]; next: number } {
  const values: number[] = [];
  let next = start;
  let value = 0;
  for (const flag of flags) {
    const sameOrPositive = (flag & axis.sameOrPositive) !== 0;
    if ((flag & axis.short) !== 0) {
      value += sameOrPositive ? bytes.getUint8(next) : -bytes.getUint8(next);
      next += 1;
    } else if (!sameOrPositive) {
      value += bytes.getInt16(next);
      next += 2;
    }
    values.push(value);
  }
  return { values, next };
}

function halfway(a: Point, b: Point): Point {
  return { x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, on: true };
}

/** Between two control points in a row lies an implied point on the curve. */
function contourPath(points: readonly Point[]): Path {
  const [first] = points;
  const last = points.at(-1);
  if (first === undefined || last === undefined) return [];
  const start = first.on ? first : last.on ? last : halfway(first, last);
  const path: PathStep[] = [['M', start.x, start.y]];
  const rest = first.on ? points.slice(1) : points;
  rest.forEach((point, index) => {
    if (point.on) {
      if (rest[index - 1]?.on !== false) path.push(['L', point.x, point.y]);
      return;
    }
    const following = rest[index + 1] ?? start;
    const end = following.on ? following : halfway(point, following);
    path.push(['Q', point.x, point.y, end.x, end.y]);
  });
  path.push(['Z']);
  return path;
}
