import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { codeOutline } from './code-outline.ts';
import { encodeLabelCode } from './label-code.ts';

test('the outlines enclose exactly the dark modules', () => {
  const code = encodeLabelCode('https://shirushi.example/l/S1-26-000123-K');
  assert.ok(code.ok);
  const corners = [
    [true, false, true],
    [false, true, false],
    [true, false, true],
  ];
  for (const modules of [code.value.modules, corners, [[true]], [[false]]]) {
    equal(
      filled(codeOutline(modules), modules.length),
      modules.map((row) => [...row]),
    );
  }
});

/** Fills by the even-odd rule: a module is dark when a ray to its left crosses an odd number of upright edges. */
function filled(path: ReturnType<typeof codeOutline>, side: number): boolean[][] {
  const edges: { x: number; top: number; bottom: number }[] = [];
  let start = [0, 0] as readonly [number, number];
  let at = start;
  for (const step of path) {
    assert.notEqual(step[0], 'Q');
    const next = step[0] === 'Z' ? start : ([step[1], step[2]] as const);
    if (step[0] === 'M') start = next;
    else if (at[0] === next[0])
      edges.push({ x: at[0], top: Math.min(at[1], next[1]), bottom: Math.max(at[1], next[1]) });
    else assert.equal(at[1], next[1], 'every edge is upright or level');
    at = next;
  }
  return Array.from({ length: side }, (_, y) =>
    Array.from(
      { length: side },
      (_cell, x) => edges.filter((edge) => edge.x <= x && edge.top <= y && edge.bottom > y).length % 2 === 1,
    ),
  );
}
