import type { Path } from '../typeface/path.ts';
import type { InkedArea } from './inked-area.ts';

const LINE = 0.5;
const CORNER = 2.4;

/** The label's white ground and the line around it, in modules. */
export function framePaths(width: number, height: number): { readonly ground: Path; readonly frame: InkedArea } {
  const ground = roundedRectangle(width, height, 0);
  return { ground, frame: { path: [...ground, ...roundedRectangle(width, height, LINE)], rule: 'evenodd' } };
}

function roundedRectangle(width: number, height: number, inset: number): Path {
  const [left, top, right, bottom] = [inset, inset, width - inset, height - inset];
  const corner = CORNER - inset;
  return [
    ['M', left + corner, top],
    ['L', right - corner, top],
    ['Q', right, top, right, top + corner],
    ['L', right, bottom - corner],
    ['Q', right, bottom, right - corner, bottom],
    ['L', left + corner, bottom],
    ['Q', left, bottom, left, bottom - corner],
    ['L', left, top + corner],
    ['Q', left, top, left + corner, top],
    ['Z'],
  ];
}
