import { step, type Lifecycle } from '../src/core/kernel/lifecycle.ts';

/** Where each action leads from each state: rows by state, cells by action, `.` where an action does not start. */
export type Grid = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** Reads a grid written as a text table: column names in the first line, a row's name first in each other line. */
export function parseGrid(written: string): Grid {
  const [head = [], ...rows] = written
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/));
  const columns = head.slice(1);
  return Object.fromEntries(
    rows.map(([name = '', ...cells]) => {
      if (cells.length !== columns.length) throw new Error(`row ${name} has ${cells.length} cells`);
      return [name, Object.fromEntries(columns.map((column, place) => [column, cells[place] ?? '']))];
    }),
  );
}

/** The grid of a lifecycle for some facts; a cell whose rules do not hold reads `!` and the rules' ids. */
export function lifecycleGrid<State extends string, Action extends string, RuleId extends string, Facts>(
  lifecycle: Lifecycle<State, Action, RuleId, Facts>,
  [states, actions]: readonly [readonly State[], readonly Action[]],
  facts: Facts,
): Grid {
  const cell = (state: State, action: Action): string => {
    const next = step(lifecycle, state, action, facts);
    if (next.ok) return next.value;
    return next.error.code === 'wrong_state' ? '.' : `!${next.error.unmet.map(({ rule }) => rule).join(',')}`;
  };
  return Object.fromEntries(
    states.map((state) => [state, Object.fromEntries(actions.map((action) => [action, cell(state, action)]))]),
  );
}
