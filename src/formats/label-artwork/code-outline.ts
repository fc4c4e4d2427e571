import type { PathStep } from '../typeface/path.ts';

type Corner = { readonly x: number; readonly y: number };

/**
 * The dark modules as closed outlines in module units, to be filled by the even-odd rule. Outlines, not one square per
 * module: squares side by side show hairlines on screens and in some printers.
 */
export function codeOutline(modules: readonly (readonly boolean[])[]): PathStep[] {
  const edges = boundaryEdges(modules);
  const path: PathStep[] = [];
  for (const [start, ends] of edges) {
    while (ends.length > 0) path.push(...loopPath(walkLoop(start, edges)));
  }
  return path;
}

/** Every edge between dark and light, clockwise around the dark side, by the corner it starts from. */
function boundaryEdges(modules: readonly (readonly boolean[])[]): Map<number, Corner[]> {
  const edges = new Map<number, Corner[]>();
  const isDark = (x: number, y: number): boolean => modules[y]?.[x] ?? false;
  const add = (x: number, y: number, end: Corner): void => {
    const key = cornerKey({ x, y });
    const ends = edges.get(key);
    if (ends === undefined) edges.set(key, [end]);
    else ends.push(end);
  };
  modules.forEach((row, y) => {
    row.forEach((dark, x) => {
      if (!dark) return;
      if (!isDark(x, y - 1)) add(x, y, { x: x + 1, y });
      if (!isDark(x + 1, y)) add(x + 1, y, { x: x + 1, y: y + 1 });
      if (!isDark(x, y + 1)) add(x + 1, y + 1, { x, y: y + 1 });
      if (!isDark(x - 1, y)) add(x, y + 1, { x, y });
    });
  });
  return edges;
}

function walkLoop(start: number, edges: Map<number, Corner[]>): Corner[] {
  const loop: Corner[] = [];
  let key = start;
  do {
    const corner = edges.get(key)?.pop();
    if (corner === undefined) throw new Error('the outline of the code is not closed');
    loop.push(corner);
    key = cornerKey(corner);
  } while (key !== start);
  return loop;
}

function loopPath(loop: readonly Corner[]): PathStep[] {
  const turns = loop.filter((corner, index) => {
    const before = loop.at(index - 1) ?? corner;
    const after = loop[(index + 1) % loop.length] ?? corner;
    return !((before.x === corner.x && corner.x === after.x) || (before.y === corner.y && corner.y === after.y));
  });
  const steps = turns.map(({ x, y }, index): PathStep => [index === 0 ? 'M' : 'L', x, y]);
  return [...steps, ['Z']];
}

/** Sides are far below a thousand modules. */
function cornerKey({ x, y }: Corner): number {
  return x * 1000 + y;
}
