import { describe, test } from 'node:test';
import { sql } from 'kysely';
import {
  aDraft,
  anAcceptedCase,
  aPaidCase,
  aReturnedCase,
  aSubmittedCase,
  submitted,
} from '../../../testing/builders/cases.ts';
import { aWorld, SYSTEM, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { secondScheme } from '../../../testing/schemes.ts';
import type { CaseId } from '../../core/kernel/ids.ts';
import { findCase as findRow } from '../../db/cases.ts';
import { discontinueOverdueCases } from './discontinue-overdue-cases.ts';

const run = async ({ deps }: World): Promise<number> =>
  (await discontinueOverdueCases(deps, SYSTEM, ({ state, dueOn }) => `${state} ${dueOn.toString()}`)).discontinued;

async function stateOf({ deps }: World, id: CaseId): Promise<string | undefined> {
  return (await findRow(deps.db.kysely, id))?.state;
}

async function endings({ deps }: World): Promise<readonly unknown[]> {
  const { rows } = await sql`
    select subject_id as id, actor_role as role, reason from events where act = 'case.discontinue' order by id`.execute(
    deps.db.kysely,
  );
  return rows;
}

describe('overdue cases (DOMAIN §5, states)', () => {
  eachDatabase((_kind, open) => {
    test('are ended by the system at midnight in Tokyo, 30 days after the deadline of the fee or answer', async () => {
      const world = await aWorld(await open());
      const unpaid = (await anAcceptedCase(world)).id;
      const unanswered = (await aReturnedCase(world)).id;
      // Accepted and returned on 1 April: the fee is due on 1 May, the answer on 31 May.
      for (const [id, lastMoment, midnight, reason] of [
        [unpaid, '2026-05-31T14:59:59.999999999Z', '2026-05-31T15:00:00Z', 'accepted 2026-05-01'],
        [unanswered, '2026-06-30T14:59:59.999999999Z', '2026-06-30T15:00:00Z', 'returned 2026-05-31'],
      ] as const) {
        world.clock.set(lastMoment);
        equal(await run(world), 0);
        world.clock.set(midnight);
        equal(await run(world), 1);
        equal(await stateOf(world, id), 'discontinued');
        equal((await findRow(world.deps.db.kysely, id))?.ended_reason, reason);
      }
      world.clock.advance({ years: 1 });
      equal(await run(world), 0);
      equal(await endings(world), [
        { id: unpaid, role: 'system:test', reason: 'accepted 2026-05-01' },
        { id: unanswered, role: 'system:test', reason: 'returned 2026-05-31' },
      ]);
    });

    test('are ended by the calendar of another scheme in its own zone', async () => {
      // Accepted in the evening of Monday 1 June in Auckland: 14 days to pay, then 2 business days.
      const world = await aWorld(await open(), { scheme: secondScheme, at: '2026-06-01T09:00:00Z' });
      const { id } = await anAcceptedCase(world);
      const due = (await findRow(world.deps.db.kysely, id))?.due_on;
      equal(due?.toString(), '2026-06-15');
      const midnight = Temporal.PlainDate.from('2026-06-18').toZonedDateTime(secondScheme.zone).toInstant();
      world.clock.set(midnight.subtract({ nanoseconds: 1 }));
      equal(await run(world), 0);
      world.clock.set(midnight);
      equal(await run(world), 1);
    });

    test('are ended once when several runs meet, and never while the next step is not the applicant’s', async () => {
      const world = await aWorld(await open());
      const overdue = [
        (await anAcceptedCase(world)).id,
        (await aReturnedCase(world)).id,
        (await anAcceptedCase(world)).id,
      ];
      const answered = (await aReturnedCase(world)).id;
      await submitted(world, answered);
      const safe = [answered, (await aDraft(world)).id, (await aSubmittedCase(world)).id, (await aPaidCase(world)).id];
      const before = await Promise.all(safe.map((id) => stateOf(world, id)));
      world.clock.advance({ years: 1 });
      const counts = await Promise.all([run(world), run(world), run(world)]);
      equal(
        counts.reduce((sum, count) => sum + count),
        overdue.length,
      );
      equal((await endings(world)).length, overdue.length);
      for (const id of overdue) equal(await stateOf(world, id), 'discontinued');
      equal(await Promise.all(safe.map((id) => stateOf(world, id))), before);
    });
  });
});
