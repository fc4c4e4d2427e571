import { before, describe, test } from 'node:test';
import {
  aDraft,
  aGrantedCase,
  anAcceptedCase,
  aProposedCase,
  aReturnedCase,
  aSubmittedCase,
} from '../../../testing/builders/cases.ts';
import { aWorld, okOf, SYSTEM, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import { findCase as findRow } from '../../db/cases.ts';
import { discontinueCase } from './discontinue-case.ts';

const OVERDUE = { rule: 'clock_has_run_out', clause: 'DOMAIN §5, states [O]' };

describe('discontinuing a case (DOMAIN §5, states)', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    before(async () => {
      world = await aWorld(await open());
    });

    test('is for the applicant to do at any time before the decision, with a reason that stays', async () => {
      const { deps, people } = world;
      for (const build of [aDraft, aSubmittedCase, aReturnedCase, anAcceptedCase, aProposedCase]) {
        const { id } = await build(world);
        const reason = '発売を取りやめました。';
        equal(okOf(await discontinueCase(deps, people.agent, { id, reason })), 'discontinued');
        const row = await findRow(deps.db.kysely, id);
        equal([row?.state, row?.ended_reason, row?.due_on], ['discontinued', reason, null]);
      }
    });

    test('needs a reason, and cannot undo a grant', async () => {
      const { deps, people } = world;
      const [draft, granted] = [await aDraft(world), await aGrantedCase(world)];
      await refusedWithoutTrace(deps.db, () => discontinueCase(deps, people.signatory, { id: draft.id, reason: '' }), {
        code: 'rules_unmet',
        action: 'case.discontinue',
        unmet: [{ rule: 'reason_is_given', clause: 'DOMAIN §5' }],
      });
      const late = await discontinueCase(deps, people.signatory, { id: granted.id, reason: '?' });
      equal(late.ok ? undefined : late.error.code, 'wrong_state');
    });

    test('is for the operator only when the answer or the fee is overdue: not on the last day, but on the next', async () => {
      const fresh = await aWorld(await open());
      const { deps, people, clock } = fresh;
      const start = clock.now();
      const unpaid = [(await anAcceptedCase(fresh)).id, (await anAcceptedCase(fresh)).id];
      const unanswered = [(await aReturnedCase(fresh)).id, (await aReturnedCase(fresh)).id];
      for (const [ids, days] of [
        [unpaid, 30],
        [unanswered, 60],
      ] as const) {
        for (const [place, id] of ids.entries()) {
          const by = place === 0 ? people.officerA : SYSTEM;
          const attempt = () => discontinueCase(deps, by, { id, reason: '期限までに届きませんでした。' });
          clock.set(start.add({ hours: 24 * days }));
          await refusedWithoutTrace(deps.db, attempt, {
            code: 'rules_unmet',
            action: 'case.discontinue',
            unmet: [OVERDUE],
          });
          clock.advance({ days: 1 });
          equal(okOf(await attempt()), 'discontinued');
        }
      }
    });

    test('is never for the operator while the next step is its own', async () => {
      const fresh = await aWorld(await open());
      const { deps, people } = fresh;
      const ids = [(await aSubmittedCase(fresh)).id, (await aProposedCase(fresh)).id, (await aDraft(fresh)).id];
      fresh.clock.advance({ years: 1 });
      for (const id of ids) {
        const row = await findRow(deps.db.kysely, id);
        await refusedWithoutTrace(deps.db, () => discontinueCase(deps, people.officerA, { id, reason: '?' }), {
          code: 'wrong_state',
          action: 'case.discontinue',
          state: row?.state,
          from: ['returned', 'accepted', 'more_asked'],
        });
      }
    });
  });
});
