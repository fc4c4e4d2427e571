/**
 * One step of an outline, in the units of whoever holds it, y pointing down: move, line, quadratic curve (control point
 * first), close.
 */
export type PathStep =
  | readonly ['M', number, number]
  | readonly ['L', number, number]
  | readonly ['Q', number, number, number, number]
  | readonly ['Z'];

/** An outline without stroke or colour; whoever fills it uses the even-odd rule only where it says so. */
export type Path = readonly PathStep[];

/** Where an outline is put and how much it is enlarged. */
type Placement = { readonly x: number; readonly y: number; readonly scale: number };

/** The same outline, enlarged about its origin and then moved. */
export function placePath(path: Path, { x, y, scale }: Placement): Path {
  return path.map((step): PathStep => {
    if (step[0] === 'Z') return step;
    if (step[0] === 'Q') {
      return ['Q', x + step[1] * scale, y + step[2] * scale, x + step[3] * scale, y + step[4] * scale];
    }
    return [step[0], x + step[1] * scale, y + step[2] * scale];
  });
}
