import { describe, test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { lifecycleGrid, parseGrid, type Grid } from '../../../testing/lifecycle-grid.ts';
import { PERMISSIONS, rolesFor } from '../access/permissions.ts';
import { actionsFrom, step, terminalStates } from '../kernel/lifecycle.ts';
import type { PersonId, Sha256 } from '../kernel/ids.ts';
import { NO_FACTS, type CaseFacts } from './case-facts.ts';
import { CASE_LIFECYCLE, CASE_STATES, isOpenToEdits, type CaseAction } from './case-lifecycle.ts';
import type { CaseRuleId } from './case-rules.ts';

/**
 * Every state × every action of a first-party case whose facts meet every rule: where it leads, `.` where the action does
 * not start there. Under `provisional` stands case.request-provisional, under `more` case.ask-more, and so on.
 */
const FIRST_PARTY = `
  from               edit      submit     return    decline       accept    payment            provisional        ask-more    answer-more  certify            propose            withdraw           confirm  discontinue
  draft              draft     submitted  .         .             .         .                  .                  .           .            .                  .                  .                  .        discontinued
  submitted          .         .          returned  not_accepted  accepted  .                  .                  .           .            .                  .                  .                  .        discontinued
  returned           returned  submitted  .         .             .         .                  .                  .           .            .                  .                  .                  .        discontinued
  accepted           .         .          .         .             .         awaiting_decision  accepted           .           .            .                  .                  .                  .        discontinued
  in_review          .         .          .         .             .         .                  in_review          more_asked  .            awaiting_decision  .                  .                  .        discontinued
  more_asked         .         .          .         .             .         .                  more_asked         .           in_review    .                  .                  .                  .        discontinued
  awaiting_decision  .         .          .         .             .         .                  awaiting_decision  .           .            .                  awaiting_decision  awaiting_decision  granted  discontinued
  granted            .         .          .         .             .         .                  .                  .           .            .                  .                  .                  .        .
  refused            .         .          .         .             .         .                  .                  .           .            .                  .                  .                  .        .
  not_accepted       .         .          .         .             .         .                  .                  .           .            .                  .                  .                  .        .
  discontinued       .         .          .         .             .         .                  .                  .           .            .                  .                  .                  .        .`;

/** The column of the table and who may do the act, in the order of the access table. */
const COLUMNS: Readonly<Record<CaseAction, readonly [column: string, who: string]>> = {
  'case.edit': ['edit', 'vendor-editor vendor-signatory agent'],
  'case.submit': ['submit', 'vendor-signatory agent'],
  'case.return': ['return', 'label-officer'],
  'case.decline': ['decline', 'label-officer'],
  'case.accept': ['accept', 'label-officer'],
  'case.record-payment': ['payment', 'label-officer'],
  'case.request-provisional': ['provisional', 'vendor-signatory agent'],
  'case.ask-more': ['ask-more', 'reviewer'],
  'case.answer-more': ['answer-more', 'vendor-signatory agent'],
  'case.certify': ['certify', 'decider'],
  'case.propose-decision': ['propose', 'label-officer'],
  'case.withdraw-proposal': ['withdraw', 'label-officer'],
  'case.confirm-decision': ['confirm', 'label-officer'],
  'case.discontinue': ['discontinue', 'vendor-signatory agent label-officer system'],
};
const ACTIONS = Object.keys(COLUMNS) as CaseAction[];

const SEAL = 'a'.repeat(64) as Sha256;
const PROPOSAL = { outcome: 'grant', by: 'proposer' as PersonId, reason: undefined, seal: SEAL } as const;

/** Facts that meet every rule of the act, so that only the state decides. */
function soundFacts(action: CaseAction): CaseFacts {
  return {
    ...NO_FACTS,
    itemsReturned: 1,
    outcome: 'grant',
    reason: 'a reason',
    isOverdue: true,
    proposal: action === 'case.propose-decision' ? undefined : PROPOSAL,
    confirmer: action === 'case.withdraw-proposal' ? PROPOSAL.by : ('other' as PersonId),
    currentSeal: SEAL,
  };
}

function gridFor(change: Partial<CaseFacts>): Grid {
  const rows = CASE_STATES.map((state) => {
    const cells = ACTIONS.map((action): readonly [string, string] => {
      const facts = { ...soundFacts(action), ...change };
      return [COLUMNS[action][0], lifecycleGrid(CASE_LIFECYCLE, [[state], [action]], facts)[state]?.[action] ?? ''];
    });
    return [state, Object.fromEntries(cells)] as const;
  });
  return Object.fromEntries(rows);
}

/** The cells of a grid that differ from another. */
function differences(grid: Grid, from: Grid): readonly string[] {
  return Object.entries(grid).flatMap(([state, cells]) =>
    Object.entries(cells)
      .filter(([column, cell]) => cell !== from[state]?.[column])
      .map(([column, cell]) => `${state} ${column} ${cell}`),
  );
}

describe("the case's lifecycle (DOMAIN §5)", () => {
  const written = parseGrid(FIRST_PARTY);

  test('is the table written out here', () => {
    equal(gridFor({}), written);
  });

  test('takes a paid case of the third-party chain to review instead (☆3, ☆4)', () => {
    equal(differences(gridFor({ chain: 'third-party' }), written), ['accepted payment in_review']);
  });

  test('refuses the label where refusal was proposed', () => {
    const refusal = { proposal: { ...PROPOSAL, outcome: 'refuse' as const } };
    const grid = gridFor(refusal);
    equal(grid['awaiting_decision']?.['confirm'], 'refused');
  });

  test('lets the operator discontinue only while an answer or the fee is awaited', () => {
    const left = ['draft', 'submitted', 'in_review', 'awaiting_decision'].map((state) => `${state} discontinue .`);
    equal(differences(gridFor({ byOperator: true }), written), left);
  });

  test('has no way out of its four ends', () => {
    equal(terminalStates(CASE_LIFECYCLE), ['granted', 'refused', 'not_accepted', 'discontinued']);
  });

  test('gives each act to the roles written out here', () => {
    for (const action of ACTIONS) equal(rolesFor(action).join(' '), COLUMNS[action][1], action);
    const moving = new Set(CASE_LIFECYCLE.transitions.map((row) => row.action));
    equal([...moving].sort(), [...ACTIONS].sort());
    equal(
      Object.keys(PERMISSIONS).filter((act) => act.startsWith('case.') && !moving.has(act as CaseAction)),
      [
        'case.open',
        'case.carry-over',
        'case.read',
        'case.verify-receipt',
        'case.read-history',
        'case.read-queue',
        'case.read-at-office',
        'case.assign',
        'case.keep-check',
        'case.add-note',
        'case.export',
      ],
    );
  });

  test('offers each action once where two rows of it start from one state', () => {
    equal(actionsFrom(CASE_LIFECYCLE, 'accepted'), [
      'case.record-payment',
      'case.request-provisional',
      'case.discontinue',
    ]);
    equal(actionsFrom(CASE_LIFECYCLE, 'granted'), []);
  });

  test('lets the applicant change answers in a draft and after a return, and in no other state (DOMAIN §5.7)', () => {
    equal(CASE_STATES.filter(isOpenToEdits), ['draft', 'returned']);
  });

  test('says from where an act could start for these facts, each state once', () => {
    const outcome = step(CASE_LIFECYCLE, 'draft', 'case.discontinue', {
      ...soundFacts('case.discontinue'),
      byOperator: true,
    });
    equal(outcome, {
      ok: false,
      error: {
        code: 'wrong_state',
        action: 'case.discontinue',
        state: 'draft',
        from: ['returned', 'accepted', 'more_asked'],
      },
    });
  });
});

/** Each rule: an act it stands before, where, and facts that break it and nothing else. */
const BROKEN: Readonly<
  Record<CaseRuleId, readonly [state: (typeof CASE_STATES)[number], action: CaseAction, change: Partial<CaseFacts>]>
> = {
  application_is_complete: ['draft', 'case.submit', { gapCount: 1 }],
  every_file_is_stored: ['draft', 'case.submit', { filesNotStored: 1 }],
  every_file_is_cleared: ['draft', 'case.submit', { filesNotCleared: 1 }],
  only_returned_items_changed: ['returned', 'case.edit', { closedItemsChanged: 1 }],
  some_item_is_returned: ['submitted', 'case.return', { itemsReturned: 0 }],
  returned_items_have_remarks: ['submitted', 'case.return', { itemsReturnedWithoutRemark: 1 }],
  reason_is_given: ['submitted', 'case.decline', { reason: '　 ' }],
  clock_has_run_out: ['accepted', 'case.discontinue', { byOperator: true, isOverdue: false }],
  no_decision_is_proposed: ['awaiting_decision', 'case.propose-decision', { proposal: PROPOSAL }],
  proposer_may_withdraw: ['awaiting_decision', 'case.withdraw-proposal', { confirmer: 'x' as PersonId, reason: '' }],
  decision_is_proposed: ['awaiting_decision', 'case.confirm-decision', { proposal: undefined }],
  confirmer_is_another: ['awaiting_decision', 'case.confirm-decision', { confirmer: PROPOSAL.by }],
  confirmer_did_not_make_format_check: [
    'awaiting_decision',
    'case.confirm-decision',
    { formatCheckers: ['other' as PersonId] },
  ],
  nothing_changed_since_proposal: ['awaiting_decision', 'case.confirm-decision', { currentSeal: undefined }],
  refusal_has_reason: ['awaiting_decision', 'case.propose-decision', { outcome: 'refuse', reason: undefined }],
  shortening_has_reason: ['awaiting_decision', 'case.propose-decision', { shortensValidity: true, reason: undefined }],
};

describe('a rule of the case', () => {
  for (const [rule, [state, action, change]] of Object.entries(BROKEN)) {
    test(`${rule} stops ${action}, and only while it is broken`, () => {
      const facts = { ...soundFacts(action), byOperator: change.byOperator ?? false };
      equal(step(CASE_LIFECYCLE, state, action, facts).ok, true);
      const outcome = step(CASE_LIFECYCLE, state, action, { ...facts, ...change });
      const unmet = !outcome.ok && outcome.error.code === 'rules_unmet' ? outcome.error.unmet : [];
      equal(
        unmet.map((broken) => broken.rule),
        [rule],
      );
      equal(
        unmet.every(({ clause }) => clause.length > 0),
        true,
      );
    });
  }

  test('stands in the table: none is written that no act asks for', () => {
    const used = new Set(CASE_LIFECYCLE.transitions.flatMap((row) => row.rules.map(({ id }) => id)));
    equal([...used].sort(), Object.keys(BROKEN).sort());
  });

  test('may be sent back by another officer with a reason', () => {
    const facts = { ...soundFacts('case.withdraw-proposal'), confirmer: 'x' as PersonId, reason: 'wrong day' };
    equal(step(CASE_LIFECYCLE, 'awaiting_decision', 'case.withdraw-proposal', facts).ok, true);
  });
});
