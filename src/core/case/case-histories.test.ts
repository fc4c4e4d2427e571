import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { seededChance, type SeededChance } from '../../../testing/seeded-chance.ts';
import { ROLES, type PersonActor, type Role } from '../access/actor.ts';
import { authorize } from '../access/authorize.ts';
import { rolesFor } from '../access/permissions.ts';
import type { DecisionProposal } from '../decision/label-decision.ts';
import type { MandateId, OrganisationId, PersonId, Sha256 } from '../kernel/ids.ts';
import { step } from '../kernel/lifecycle.ts';
import { NO_FACTS, type CaseFacts } from './case-facts.ts';
import { CASE_LIFECYCLE, CASE_STATES, type CaseAction, type CaseState } from './case-lifecycle.ts';

const HISTORIES = 10_000;
const STEPS = 30;
const ENDS: readonly CaseState[] = ['granted', 'refused', 'not_accepted', 'discontinued'];
const ACTIONS = [...new Set(CASE_LIFECYCLE.transitions.map((row) => row.action))];

/** A case as its history has made it. */
type Walked = {
  state: CaseState;
  /** Rises with each submission; a proposal is sealed to one. */
  submissions: number;
  checkers: PersonId[];
  proposal: DecisionProposal | undefined;
  paid: boolean;
};

/** What was done, told without the lifecycle's help so that it can be judged. */
type Done = {
  readonly action: CaseAction;
  readonly from: CaseState;
  readonly by: PersonActor;
  readonly facts: CaseFacts;
};

const VENDOR = 'vendor' as OrganisationId;
const MANDATE = { id: 'mandate' as MandateId, vendor: VENDOR, applications: undefined, allowsNew: true };
const sealOf = (submissions: number): Sha256 => String(submissions).padStart(64, '0') as Sha256;

function somebody(chance: SeededChance): PersonActor {
  const role: Role = chance.oneOf(ROLES);
  const isVendor = role === 'vendor-editor' || role === 'vendor-signatory';
  return {
    kind: 'person',
    person: `${role} ${chance.below(3)}` as PersonId,
    organisation: isVendor ? VENDOR : (role as string as OrganisationId),
    roles: [role],
    mandates: role === 'agent' ? [MANDATE] : [],
  };
}

function factsFor(chance: SeededChance, walked: Walked, by: PersonActor, chain: CaseFacts['chain']): CaseFacts {
  return {
    ...NO_FACTS,
    chain,
    gapCount: chance.once(5) ? 2 : 0,
    filesNotStored: Number(chance.once(9)),
    filesNotCleared: Number(chance.once(9)),
    closedItemsChanged: walked.state === 'returned' && chance.once(4) ? 1 : 0,
    itemsReturned: chance.below(3),
    itemsReturnedWithoutRemark: chance.once(6) ? 1 : 0,
    byOperator: !(by.roles.includes('vendor-signatory') || by.roles.includes('agent')),
    isOverdue: chance.once(2),
    outcome: chance.once(3) ? 'refuse' : 'grant',
    reason: chance.once(3) ? '' : 'a reason',
    shortensValidity: chance.once(5),
    proposal: walked.proposal,
    confirmer: by.person,
    formatCheckers: walked.checkers,
    // now and then the world has moved on behind the proposal's back
    currentSeal: sealOf(walked.submissions + (chance.once(8) ? 1 : 0)),
  };
}

function carryOut(walked: Walked, to: CaseState, { action, by, facts }: Done): void {
  walked.state = to;
  if (action === 'case.submit') walked.submissions += 1;
  if (action === 'case.return' || action === 'case.accept' || action === 'case.decline')
    walked.checkers.push(by.person);
  if (action === 'case.record-payment') walked.paid = true;
  if (action === 'case.withdraw-proposal') walked.proposal = undefined;
  if (action === 'case.propose-decision') {
    const { outcome = 'grant', reason } = facts;
    walked.proposal = { outcome, by: by.person, reason, seal: sealOf(walked.submissions) };
  }
}

type Taken = Done & { readonly before: Walked; readonly to: CaseState };
const isDecision = ({ to }: Taken): boolean => to === 'granted' || to === 'refused';
const isAnother = ({ from, to }: Taken): boolean => from !== to;

/** What must be true of every step that was permitted, in words of its own: of which steps, and what. */
const PROMISES: readonly (readonly [what: string, of: (taken: Taken) => boolean, holds: (taken: Taken) => boolean])[] =
  [
    ['nothing leads out of an end', () => true, ({ from }) => !ENDS.includes(from)],
    [
      'whoever acts has a role that may',
      () => true,
      ({ action, by }) => by.roles.some((role) => rolesFor(action).includes(role)),
    ],
    ['an edit leaves the state', ({ action }) => action === 'case.edit', ({ from, to }) => from === to],
    [
      'of a returned case only what was returned changes',
      ({ from }) => from === 'returned',
      ({ action, facts }) => action === 'case.discontinue' || facts.closedItemsChanged === 0,
    ],
    [
      'a submission has no gap',
      ({ to }) => to === 'submitted',
      ({ facts }) => facts.gapCount + facts.filesNotStored + facts.filesNotCleared === 0,
    ],
    ['a return names items', ({ action }) => action === 'case.return', ({ facts }) => facts.itemsReturned > 0],
    [
      'only a submission is accepted',
      (taken) => isAnother(taken) && taken.to === 'accepted',
      ({ from }) => from === 'submitted',
    ],
    [
      'each chain comes to the decision its own way',
      (taken) => isAnother(taken) && taken.to === 'awaiting_decision',
      ({ from, facts }) => from === (facts.chain === 'first-party' ? 'accepted' : 'in_review'),
    ],
    [
      'a decision was proposed, and the fee paid',
      isDecision,
      ({ before }) => before.proposal !== undefined && before.paid,
    ],
    ['two persons decide', isDecision, ({ before, by }) => before.proposal?.by !== by.person],
    ['no format checker confirms', isDecision, ({ before, by }) => !before.checkers.includes(by.person)],
    ['nothing has changed since', isDecision, ({ before, facts }) => before.proposal?.seal === facts.currentSeal],
    [
      'what was proposed is decided',
      isDecision,
      ({ before, to }) => before.proposal?.outcome === (to === 'granted' ? 'grant' : 'refuse'),
    ],
    ['a refusal has its reason', ({ to }) => to === 'refused', ({ before }) => (before.proposal?.reason ?? '') !== ''],
    [
      'an ending has its reason',
      ({ to }) => to === 'discontinued' || to === 'not_accepted',
      ({ facts }) => facts.reason !== '',
    ],
    [
      'the operator ends only what is overdue from others',
      ({ to, by }) => to === 'discontinued' && by.roles.includes('label-officer'),
      ({ from, facts }) => facts.isOverdue && ['returned', 'accepted', 'more_asked'].includes(from),
    ],
  ];

function likelyAction(chance: SeededChance, state: CaseState): CaseAction {
  const starting = CASE_LIFECYCLE.transitions.filter((row) => row.from.includes(state)).map((row) => row.action);
  const likely = starting.filter((action) => action !== 'case.discontinue' || chance.once(6));
  return likely.length === 0 || chance.once(4) ? chance.oneOf(ACTIONS) : chance.oneOf(likely);
}

function likelyActor(chance: SeededChance, action: CaseAction): PersonActor {
  const role = chance.oneOf(rolesFor(action).filter((one) => one !== 'system'));
  let by = somebody(chance);
  while (!by.roles.some((one) => one === role) && !chance.once(40)) by = somebody(chance);
  return by;
}

/** Walks one history and hands every permitted step on, before it is carried out. */
function walk(seed: number, judge: (taken: Taken) => void): void {
  const chance = seededChance(seed);
  const chain = chance.once(3) ? 'third-party' : 'first-party';
  const before: Walked = { state: 'draft', submissions: 0, checkers: [], proposal: undefined, paid: false };
  for (let count = 0; count < STEPS; count += 1) {
    const action = likelyAction(chance, before.state);
    const by = likelyActor(chance, action);
    const facts = factsFor(chance, before, by, chain);
    if (!authorize(by, action, { owner: VENDOR }).ok) continue;
    const next = step(CASE_LIFECYCLE, before.state, action, facts);
    if (!next.ok) continue;
    const done = { action, from: before.state, by, facts };
    judge({ ...done, before, to: next.value });
    carryOut(before, next.value, done);
  }
}

describe('ten thousand histories of a case (DOMAIN §5)', () => {
  const reached = new Map<string, number>();
  const count = (what: string): unknown => reached.set(what, (reached.get(what) ?? 0) + 1);

  test('keep what the scheme promises at every step, whoever tries whatever', () => {
    for (let seed = 1; seed <= HISTORIES; seed += 1) {
      walk(seed, (taken) => {
        for (const [what, of, holds] of PROMISES) {
          if (!of(taken)) continue;
          assert.ok(holds(taken), `${what}: not in history ${seed}, ${taken.action} from ${taken.from} to ${taken.to}`);
          count(what);
        }
        count(taken.to);
        count(taken.action);
      });
    }
  });

  test('reach every state, take every action and test every promise often, so that none holds of nothing', () => {
    const all = [...CASE_STATES, ...ACTIONS, ...PROMISES.map(([what]) => what)];
    equal(
      all.filter((one) => (reached.get(one) ?? 0) < 100),
      [],
    );
  });
});
