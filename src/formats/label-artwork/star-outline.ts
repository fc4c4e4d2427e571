import type { PathStep } from '../typeface/path.ts';

/** Inner radius of the star by its outer one: fuller than a pentagram (0.38), so that small prints do not fray. */
const WAIST = 0.46;
const POINTS = 5;

/** Line of an empty star by its size, and its least width in modules: 0.14 mm on the compact label. */
const LINE = 0.083;
const THINNEST_LINE = 0.4;

/** A star in a square: its upper left corner and its edge. */
type StarPlace = { readonly x: number; readonly y: number; readonly size: number };

/** A star that is reached. */
export function filledStar({ x, y, size }: StarPlace): PathStep[] {
  return star(centre(x, y, size), size / 2);
}

/** A star that is not reached: a line along the inside of the same outline; to be filled by the even-odd rule. */
export function emptyStar({ x, y, size }: StarPlace): PathStep[] {
  const line = Math.max(THINNEST_LINE, size * LINE);
  const middle = centre(x, y, size);
  const outer = size / 2;
  return [...star(middle, outer), ...star(middle, (outer * (edgeDistance(outer) - line)) / edgeDistance(outer))];
}

/** The ink of a star reaches less far down than up; its optical centre lies a little lower than its square's. */
function centre(x: number, y: number, size: number): { readonly x: number; readonly y: number } {
  return { x: x + size / 2, y: y + size / 2 + size * 0.0477 };
}

function star(middle: { readonly x: number; readonly y: number }, radius: number): PathStep[] {
  const corners = Array.from({ length: POINTS * 2 }, (_, index): PathStep => {
    const angle = (Math.PI * index) / POINTS - Math.PI / 2;
    const reach = index % 2 === 0 ? radius : radius * WAIST;
    return [index === 0 ? 'M' : 'L', middle.x + reach * Math.cos(angle), middle.y + reach * Math.sin(angle)];
  });
  return [...corners, ['Z']];
}

/** Distance of a star's straight edges from its centre. */
function edgeDistance(radius: number): number {
  const angle = Math.PI / POINTS;
  const inner = radius * WAIST;
  const edge = Math.hypot(radius - inner * Math.cos(angle), inner * Math.sin(angle));
  return (radius * inner * Math.sin(angle)) / edge;
}
