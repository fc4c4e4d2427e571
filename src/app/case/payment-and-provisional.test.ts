import { before, describe, test } from 'node:test';
import { aPaidCase, anAcceptedCase } from '../../../testing/builders/cases.ts';
import { aWorld, okOf, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import { findCase } from './find-case.ts';
import { readCaseHistory } from './read-case-history.ts';
import { recordPayment } from './record-payment.ts';
import { requestProvisionalNumber } from './request-provisional-number.ts';

describe('an accepted case', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    before(async () => {
      world = await aWorld(await open());
    });

    test('goes on to the label decision when its fee has arrived, and its clock starts (DOMAIN §5, states)', async () => {
      const { deps, people } = world;
      const { id } = await anAcceptedCase(world);
      const paidOn = world.today();
      world.clock.set('2026-04-03T01:00:00Z');
      equal(okOf(await recordPayment(deps, people.officerB, { id, paidOn })), 'awaiting_decision');
      const { row, fee } = okOf(await findCase(deps, people.editor, id));
      equal([row.state, String(row.due_on)], ['awaiting_decision', '2026-04-17']);
      equal([String(fee?.paid_on), fee?.recorded_by], ['2026-04-01', people.officerB.person]);
    });

    test('is not paid before it was accepted, however early the day that was typed', async () => {
      const { deps, people } = world;
      const { id } = await anAcceptedCase(world);
      const acceptedOn = world.today();
      for (const day of [acceptedOn.subtract({ days: 1 }), Temporal.PlainDate.from('0001-01-01')]) {
        const attempt = () => recordPayment(deps, people.officerB, { id, paidOn: day });
        await refusedWithoutTrace(deps.db, attempt, { code: 'day_before_acceptance', day, acceptedOn });
      }
    });

    test('is not paid in the future', async () => {
      const { deps, people } = world;
      const { id } = await anAcceptedCase(world);
      const paidOn = world.today().add({ days: 1 });
      const attempt = () => recordPayment(deps, people.officerB, { id, paidOn });
      await refusedWithoutTrace(deps.db, attempt, { code: 'day_in_future', day: paidOn });
    });

    test('is paid once, also when two officers record it at once', async () => {
      const { deps, people } = world;
      const { id } = await anAcceptedCase(world);
      const both = await Promise.all([people.officerA, people.officerB].map((by) => recordPayment(deps, by, { id })));
      equal(both.map((one) => (one.ok ? one.value : one.error.code)).sort(), ['awaiting_decision', 'wrong_state']);
    });

    test('is given one provisional number, the same however often it is asked for, and one event', async () => {
      const { deps, people } = world;
      const { id } = await aPaidCase(world);
      const asked = await Promise.all(
        [people.signatory, people.agent, people.signatory].map((by) => requestProvisionalNumber(deps, by, { id })),
      );
      const numbers = asked.map((one) => okOf(one).provisionalNumber);
      equal(new Set(numbers).size, 1);
      equal(numbers[0]?.slice(0, 5), 'P-26-');
      const history = okOf(await readCaseHistory(deps, people.editor, id));
      equal(history.filter(({ act }) => act === 'case.request-provisional').length, 1);
      equal(okOf(await findCase(deps, people.editor, id)).row.state, 'awaiting_decision');
    });
  });
});
