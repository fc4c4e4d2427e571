import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { versionOf } from '../../../testing/builders/cases.ts';
import { aWorld, type World } from '../../../testing/builders/world.ts';
import { CASE_ATTEMPTS, oneOfEachState, startsOf, type Attempt } from '../../../testing/case-attempts.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { contentsOf } from '../../../testing/without-trace.ts';
import { ROLES, type Actor } from '../../core/access/actor.ts';
import { authorize } from '../../core/access/authorize.ts';
import type { ActId } from '../../core/access/permissions.ts';
import type { CaseAction, CaseState } from '../../core/case/case-lifecycle.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import type { Result } from '../../core/kernel/result.ts';
import { readHealth } from '../access/read-health.ts';
import { listAllMails } from '../mail/list-mails.ts';
import { listRegisteredPeople } from '../parties/list-registered-people.ts';
import type { Deps } from '../ports.ts';
import { readSchemeInForce } from '../scheme/read-scheme-in-force.ts';
import { findCase } from './find-case.ts';
import { findOfficeCase } from './find-office-case.ts';
import { listQueue } from './list-queue.ts';
import { readCaseHistory } from './read-case-history.ts';
import { readFigures } from './read-figures.ts';

type Outcome = Result<unknown, { readonly code: string }>;

/** Everything that reads a case, with the act the table knows it by. */
const CASE_READS: readonly (readonly [ActId, (deps: Deps, actor: Actor, id: CaseId) => Promise<Outcome>])[] = [
  ['case.read', findCase],
  ['case.read-history', readCaseHistory],
];

const WISH = { show: 'operator', isOverdue: false, order: { by: 'due', isTurned: false }, page: 1 } as const;

/** Everything that reads lists of the operator. */
const LISTS: readonly (readonly [ActId, (deps: Deps, actor: Actor) => Promise<Outcome>])[] = [
  ['case.read-queue', (deps, actor) => listQueue(deps, actor, WISH)],
  ['figures.read', readFigures],
  ['health.read', readHealth],
  ['mail.list', (deps, actor) => listAllMails(deps, actor, 10)],
  ['person.list', listRegisteredPeople],
  ['scheme.read-in-force', (deps, actor) => Promise.resolve(readSchemeInForce(deps, actor))],
];

/**
 * Everybody who can ask: each role in the vendor's own, in another and in the operator's organisation, with and without
 * a mandate.
 */
function everybody({ organisations, people, mandate }: World): readonly (readonly [string, Actor])[] {
  const whole = { id: mandate, vendor: organisations.vendor, applications: undefined, allowsNew: true };
  const places = [
    ['vendor', []],
    ['otherVendor', []],
    ['operator', []],
    ['agent', []],
    ['agent', [whole]],
    ['agent', [{ ...whole, applications: [] }]],
  ] as const;
  const { person } = people.stranger;
  const actors = places.flatMap(([place, mandates]) =>
    ROLES.map((role): readonly [string, Actor] => [
      `${role} at ${place} with mandates ${JSON.stringify(mandates)}`,
      { kind: 'person', person, organisation: organisations[place], roles: [role], mandates },
    ]),
  );
  return [...actors, ['the system', { kind: 'system', job: 'test' }], ['the public', { kind: 'public' }]];
}

describe('the table of who may do what, walked by role, act, organisation and state', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    let cases: readonly (readonly [CaseState, CaseId, number])[];
    before(async () => {
      world = await aWorld(await open());
      const found = Object.entries(await oneOfEachState(world)) as [CaseState, CaseId][];
      cases = await Promise.all(found.map(async ([state, id]) => [state, id, await versionOf(world, id)] as const));
    });
    const allowed = (actor: Actor, act: ActId, application: CaseId) =>
      authorize(actor, act, { owner: world.organisations.vendor, application });
    const codeOf = (outcome: Outcome): string => (outcome.ok ? 'done' : outcome.error.code);

    test('every act on a case is refused to whoever may not do it and wherever it does not start, and leaves no trace', async () => {
      const before_ = await contentsOf(world.deps.db);
      let refusals = 0;
      for (const [who, actor] of everybody(world)) {
        for (const [act, { run }] of Object.entries(CASE_ATTEMPTS) as [CaseAction, Attempt][]) {
          const starts = startsOf(act);
          for (const [state, id, version] of cases) {
            const may = allowed(actor, act, id);
            if (may.ok && starts.includes(state)) continue;
            const expected = may.ok ? 'wrong_state' : may.error.code;
            equal(codeOf((await run(world, actor, id, version)) as Outcome), expected, `${who}: ${act}, ${state}`);
            refusals += 1;
          }
        }
      }
      assert.ok(refusals > 4000, `only ${refusals} were tried`);
      equal(await contentsOf(world.deps.db), before_);
    });

    test('every read of a case is for those the table names, in every state, and for nobody else', async () => {
      for (const [who, actor] of everybody(world)) {
        for (const [state, id] of cases) {
          for (const [act, read] of CASE_READS) {
            const may = allowed(actor, act, id);
            equal(
              codeOf(await read(world.deps, actor, id)),
              may.ok ? 'done' : may.error.code,
              `${who}: ${act}, ${state}`,
            );
          }
          const may = allowed(actor, 'case.read-at-office', id);
          const isFiled = state !== 'draft' && codeOf(await findOfficeCase(world.deps, actor, id)) === 'done';
          if (!may.ok) equal(isFiled, false, `${who}: case.read-at-office, ${state}`);
        }
      }
    });

    test('every list of the operator is for those the table names, and for nobody else', async () => {
      for (const [who, actor] of everybody(world)) {
        for (const [act, read] of LISTS) {
          const may = authorize(actor, act, {});
          equal(codeOf(await read(world.deps, actor)) === 'done', may.ok, `${who}: ${act}`);
        }
      }
    });
  });
});
