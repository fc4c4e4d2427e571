import { describe, test } from 'node:test';
import { anAcceptedCase, aReturnedCase } from '../../testing/builders/cases.ts';
import { aWorld, okOf } from '../../testing/builders/world.ts';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { findCase } from '../app/case/find-case.ts';
import { discontinueOverdueCasesJob } from './discontinue-overdue-cases.ts';

const quiet = (): void => undefined;

describe('the job that ends overdue cases', () => {
  eachDatabase((_kind, open) => {
    test('gives a reason that applicants of either language can read, and finds nothing more when run again', async () => {
      const world = await aWorld(await open());
      const { deps, clock, people } = world;
      const ids = [(await anAcceptedCase(world)).id, (await aReturnedCase(world)).id];
      clock.advance({ days: 91 });
      const context = { deps, log: { info: quiet, warn: quiet, error: quiet }, signal: new AbortController().signal };
      equal(await discontinueOverdueCasesJob.perform(context), { discontinued: 2 });
      equal(await discontinueOverdueCasesJob.perform(context), { discontinued: 0 });
      const shown = await Promise.all(ids.map(async (id) => okOf(await findCase(deps, people.signatory, id))));
      equal(
        shown.map(({ row }) => row.ended_reason),
        [
          '2026年5月1日までに手数料の納付がなかったため打ち切りました。 / Discontinued because the fee was not paid by 1 May 2026.',
          '2026年5月31日までに回答がなかったため打ち切りました。 / Discontinued because no answer came by 31 May 2026.',
        ],
      );
    });
  });
});
