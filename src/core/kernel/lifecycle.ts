import { ok, refused, type Result } from './result.ts';
import { unmetRules, type Rule, type UnmetRule } from './rule.ts';

/** One row of a lifecycle: an action, where it may start, where it leads, and the rules that must hold. */
export type Transition<State extends string, Action extends string, RuleId extends string, Facts> = {
  readonly action: Action;
  readonly from: readonly State[];
  readonly to: State;
  /** Chooses between rows of one action that start from the same state; absent means always. */
  readonly when?: ((facts: Facts) => boolean) | undefined;
  readonly rules: readonly Rule<RuleId, Facts>[];
  readonly clause: string;
};

/** A lifecycle is its table; several rows may share an action when its outcome differs by where it starts. */
export type Lifecycle<State extends string, Action extends string, RuleId extends string, Facts> = {
  readonly initial: State;
  /** Other states it can begin in. */
  readonly alsoInitial?: readonly State[] | undefined;
  readonly states: readonly State[];
  readonly transitions: readonly Transition<State, Action, RuleId, Facts>[];
};

/** Why a step was refused: the action does not start here, or rules of the scheme do not hold. */
export type StepRefusal<State extends string, Action extends string, RuleId extends string> =
  | { readonly code: 'wrong_state'; readonly action: Action; readonly state: State; readonly from: readonly State[] }
  | { readonly code: 'rules_unmet'; readonly action: Action; readonly unmet: readonly UnmetRule<RuleId>[] };

/**
 * The state an action leads to from here, or why it may not be done. Who may act is decided by the access table, not
 * here.
 */
export function step<State extends string, Action extends string, RuleId extends string, Facts>(
  lifecycle: Lifecycle<State, Action, RuleId, Facts>,
  state: State,
  action: Action,
  facts: Facts,
): Result<State, StepRefusal<State, Action, RuleId>> {
  const rows = lifecycle.transitions.filter((row) => row.action === action && (row.when?.(facts) ?? true));
  const row = rows.find((candidate) => candidate.from.includes(state));
  if (row === undefined) {
    const from = [...new Set(rows.flatMap((candidate) => candidate.from))];
    return refused({ code: 'wrong_state', action, state, from });
  }
  const unmet = unmetRules(row.rules, facts);
  return unmet.length === 0 ? ok(row.to) : refused({ code: 'rules_unmet', action, unmet });
}

/** The actions that start from a state, each once and in table order: what a page may offer as buttons. */
export function actionsFrom<State extends string, Action extends string, RuleId extends string, Facts>(
  lifecycle: Lifecycle<State, Action, RuleId, Facts>,
  state: State,
): readonly Action[] {
  return [...new Set(lifecycle.transitions.filter((row) => row.from.includes(state)).map((row) => row.action))];
}

/** States nothing leads out of. */
export function terminalStates<State extends string, Action extends string, RuleId extends string, Facts>(
  lifecycle: Lifecycle<State, Action, RuleId, Facts>,
): readonly State[] {
  return lifecycle.states.filter((state) => actionsFrom(lifecycle, state).length === 0);
}
