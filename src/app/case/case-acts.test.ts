import { before, describe, test } from 'node:test';
import { versionOf } from '../../../testing/builders/cases.ts';
import { CASE_ATTEMPTS, oneOfEachState, startsOf, type Attempt } from '../../../testing/case-attempts.ts';
import { aWorld, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import { rolesFor } from '../../core/access/permissions.ts';
import type { CaseAction, CaseState } from '../../core/case/case-lifecycle.ts';
import type { CaseId } from '../../core/kernel/ids.ts';

describe('every act on a case', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    let cases: Readonly<Partial<Record<CaseState, CaseId>>>;
    before(async () => {
      world = await aWorld(await open());
      cases = await oneOfEachState(world);
    });

    for (const [action, { by, notBy, run }] of Object.entries(CASE_ATTEMPTS) as [CaseAction, Attempt][]) {
      test(`${action} is refused to strangers as if the case did not exist, and leaves no trace`, async () => {
        const { deps, people } = world;
        const id = cases.submitted ?? ('' as CaseId);
        const version = await versionOf(world, id);
        const missing = '00000000-0000-7000-8000-00000000ffff' as CaseId;
        for (const [actor, subject] of [
          [people.stranger, id],
          [people.administrator, id],
          [people[by], missing],
        ] as const) {
          await refusedWithoutTrace(deps.db, () => run(world, actor, subject, version), { code: 'no_such_subject' });
        }
      });

      test(`${action} is refused to who may know of the case but not do this, and leaves no trace`, async () => {
        const id = cases.submitted ?? ('' as CaseId);
        await refusedWithoutTrace(world.deps.db, () => run(world, world.people[notBy], id, 1), {
          code: 'not_permitted',
          act: action,
          roles: rolesFor(action),
        });
      });

      test(`${action} is refused from every state it does not start in, and leaves no trace`, async () => {
        for (const [state, id] of Object.entries(cases) as [CaseState, CaseId][]) {
          if (startsOf(action).includes(state)) continue;
          const version = await versionOf(world, id);
          const wrongState = { code: 'wrong_state', action, state, from: startsOf(action) };
          await refusedWithoutTrace(world.deps.db, () => run(world, world.people[by], id, version), wrongState);
        }
      });
    }
  });
});
