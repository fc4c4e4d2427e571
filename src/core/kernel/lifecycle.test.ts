import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { actionsFrom, step, terminalStates, type Lifecycle } from './lifecycle.ts';

type State = 'draft' | 'sent' | 'granted' | 'withdrawn';
type Action = 'send' | 'grant' | 'withdraw';
type Facts = { readonly complete: boolean; readonly paid: boolean };

const LETTER: Lifecycle<State, Action, 'is_complete' | 'is_paid', Facts> = {
  initial: 'draft',
  states: ['draft', 'sent', 'granted', 'withdrawn'],
  transitions: [
    { action: 'send', from: ['draft'], to: 'sent', rules: [], clause: 'a' },
    {
      action: 'grant',
      from: ['sent'],
      to: 'granted',
      rules: [
        { id: 'is_complete', clause: 'b', holds: (facts) => facts.complete },
        { id: 'is_paid', clause: 'c', holds: (facts) => facts.paid },
      ],
      clause: 'd',
    },
    { action: 'withdraw', from: ['draft'], to: 'draft', rules: [], clause: 'e' },
    { action: 'withdraw', from: ['sent'], to: 'withdrawn', rules: [], clause: 'f' },
  ],
};
const DONE: Facts = { complete: true, paid: true };

/** Every state and action, with the state it leads to; a dash where the action does not start. */
const GRID: Readonly<Record<State, Readonly<Record<Action, State | '-'>>>> = {
  draft: { send: 'sent', grant: '-', withdraw: 'draft' },
  sent: { send: '-', grant: 'granted', withdraw: 'withdrawn' },
  granted: { send: '-', grant: '-', withdraw: '-' },
  withdrawn: { send: '-', grant: '-', withdraw: '-' },
};

test('an action leads where its row for the present state says, and nowhere else', () => {
  for (const state of LETTER.states) {
    for (const action of ['send', 'grant', 'withdraw'] as const) {
      const outcome = step(LETTER, state, action, DONE);
      assert.equal(outcome.ok ? outcome.value : '-', GRID[state][action], `${action} from ${state}`);
    }
  }
});

test('a step that does not start here says where it would start', () => {
  equal(step(LETTER, 'granted', 'withdraw', DONE), {
    ok: false,
    error: { code: 'wrong_state', action: 'withdraw', state: 'granted', from: ['draft', 'sent'] },
  });
});

test('a step whose rules do not hold names each of them', () => {
  equal(step(LETTER, 'sent', 'grant', { complete: false, paid: false }), {
    ok: false,
    error: {
      code: 'rules_unmet',
      action: 'grant',
      unmet: [
        { rule: 'is_complete', clause: 'b' },
        { rule: 'is_paid', clause: 'c' },
      ],
    },
  });
});

test('the offered actions are those that start here, and a state without any is terminal', () => {
  for (const state of LETTER.states) {
    const starting = (['send', 'grant', 'withdraw'] as const).filter((action) => GRID[state][action] !== '-');
    equal([...actionsFrom(LETTER, state)].sort(), starting.sort());
  }
  equal(terminalStates(LETTER), ['granted', 'withdrawn']);
});
