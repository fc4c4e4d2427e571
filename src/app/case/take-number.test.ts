import { before, describe, test } from 'node:test';
import { aDraft, aPaidCase, aProposedCase, aSubmittedCase } from '../../../testing/builders/cases.ts';
import { aWorld, okOf, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import type { NumberKind } from '../../core/scheme/scheme.ts';
import { acceptCase } from './accept-case.ts';
import { confirmDecision } from './confirm-decision.ts';
import { openCase } from './open-case.ts';
import { requestProvisionalNumber } from './request-provisional-number.ts';

describe('when the digits of a number format are used up', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    before(async () => {
      world = await aWorld(await open());
    });

    const setCounter = (kind: NumberKind, last: number): Promise<unknown> =>
      world.deps.db.kysely.updateTable('number_counters').set({ last }).where('kind', '=', kind).execute();

    test('each act that gives a number gives the last one, then refuses and leaves nothing half done', async () => {
      const { deps, people, organisations } = world;
      const granted = [await aProposedCase(world), await aProposedCase(world), await aProposedCase(world)] as const;
      const submitted = [await aSubmittedCase(world), await aSubmittedCase(world)] as const;
      const paid = [await aPaidCase(world), await aPaidCase(world), await aPaidCase(world)] as const;
      await aDraft(world);
      okOf(await confirmDecision(deps, people.officerC, granted[0]));
      okOf(await requestProvisionalNumber(deps, people.signatory, paid[0]));
      const acts = {
        application: () => openCase(deps, people.editor, { vendor: organisations.vendor, level: 's1' }),
        acceptance: (turn: 0 | 1) => acceptCase(deps, people.officerA, submitted[turn]),
        provisional: (turn: 0 | 1) => requestProvisionalNumber(deps, people.signatory, paid[turn === 0 ? 1 : 2]),
        registration: (turn: 0 | 1) => confirmDecision(deps, people.officerC, granted[turn === 0 ? 1 : 2]),
      };
      for (const kind of Object.keys(acts) as NumberKind[]) {
        await setCounter(kind, 99_998);
        equal((await acts[kind](0)).ok, true, kind);
        await refusedWithoutTrace(deps.db, () => acts[kind](1), { code: 'numbers_exhausted', kind, most: 99_999 });
      }
    });
  });
});
