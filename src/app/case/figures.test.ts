import { before, describe, test } from 'node:test';
import {
  aGrantedCase,
  anAcceptedCase,
  aPaidCase,
  aReturnedCase,
  aSubmittedCase,
} from '../../../testing/builders/cases.ts';
import { aWorld, okOf, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { readHealth } from '../access/read-health.ts';
import { acceptCase } from './accept-case.ts';
import { readFigures } from './read-figures.ts';

describe('the figures of the operator’s work', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    before(async () => {
      world = await aWorld(await open(), { at: '2026-02-10T01:00:00Z' });
      const first = await aSubmittedCase(world);
      const second = await aSubmittedCase(world);
      await aReturnedCase(world);
      world.clock.advance({ days: 4 });
      okOf(await acceptCase(world.deps, world.people.officerA, { id: first.id }));
      world.clock.advance({ days: 4 });
      okOf(await acceptCase(world.deps, world.people.officerA, { id: second.id }));
      world.clock.set('2026-04-01T01:00:00Z');
      await aGrantedCase(world);
      await aPaidCase(world);
      await anAcceptedCase(world);
    });
    const figures = async () => okOf(await readFigures(world.deps, world.people.schemeOfficer));

    test('count what came in and what was granted by month, months without anything too', async () => {
      const { months, since } = await figures();
      equal([months.length, String(since)], [12, '2025-05-01']);
      equal(
        months.slice(-3).map(({ month, filed, granted }) => [month, filed, granted]),
        [
          ['2026-02', 3, 0],
          ['2026-03', 0, 0],
          ['2026-04', 3, 1],
        ],
      );
    });

    test('tell what is under way, how much of it is overdue, and of which level and type', async () => {
      const { states, levels, types } = await figures();
      equal(states.map(({ state, count, overdue }) => `${state} ${count} ${overdue}`).sort(), [
        'accepted 3 2',
        'awaiting_decision 1 0',
        'returned 1 0',
      ]);
      equal([levels.map(({ count }) => count), types.map(({ count }) => count)], [[5], [5]]);
    });

    test('measure how long cases stayed in each state, of stays that are over', async () => {
      const { stays } = await figures();
      const submitted = stays.find(({ state }) => state === 'submitted');
      // two waited four and eight days; the others went on at once
      equal([submitted?.count, submitted?.median], [6, 0]);
      equal(Math.round((submitted?.ninth ?? 0) * 10) / 10, 6);
      equal(
        stays.some(({ state }) => state === 'returned'),
        false,
      );
    });

    test('are for staff and administrators; how jobs stand is for administrators alone', async () => {
      const { deps, people } = world;
      for (const name of ['editor', 'signatory', 'agent', 'stranger'] as const) {
        equal((await readFigures(deps, people[name])).ok, false, name);
        equal((await readHealth(deps, people[name])).ok, false, name);
      }
      equal((await readFigures(deps, people.administrator)).ok, true);
      equal((await readHealth(deps, people.officerA)).ok, false);
    });

    test('tell of each queue of jobs what waits and what has failed for good', async () => {
      const { deps, people } = world;
      const before = okOf(await readHealth(deps, people.administrator));
      const receipts = before.queues.find(({ name }) => name === 'verify-receipt');
      equal([receipts?.waiting, receipts?.failed, before.failed], [6, 0, []]);
      await deps.db.pool.query(
        `update pgboss.job set state = 'failed', completed_on = now(), output = '{"message": "no file"}'
         where id = (select id from pgboss.job where name = 'verify-receipt' limit 1)`,
      );
      const after = okOf(await readHealth(deps, people.administrator));
      equal(after.queues.find(({ name }) => name === 'verify-receipt')?.failed, 1);
      equal(
        after.failed.map(({ name, message }) => [name, message]),
        [['verify-receipt', 'no file']],
      );
    });
  });
});
