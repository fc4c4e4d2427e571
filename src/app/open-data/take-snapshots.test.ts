import { test } from 'node:test';
import { aGrantedCase } from '../../../testing/builders/cases.ts';
import { aWorld, okOf } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { listNewestSnapshots } from './find-snapshot.ts';
import { takeSnapshots } from './take-snapshots.ts';

eachDatabase((_kind, open) => {
  test('what was published in the last second of a day and committed after it is in the snapshot of that day', async () => {
    const world = await aWorld(await open());
    const { deps, clock } = world;
    const take = async (at: string): Promise<number> => {
      clock.set(at);
      return okOf(await takeSnapshots(deps, new AbortController().signal));
    };
    equal(await take('2026-04-01T15:00:05Z'), 1);
    clock.set('2026-04-01T14:59:59Z');
    await aGrantedCase(world);
    equal(await take('2026-04-01T15:20:00Z'), 1);
    equal(
      (await listNewestSnapshots(deps, 10)).map(({ day, labels }) => [day.toString(), labels]),
      [
        ['2026-04-01', 1],
        ['2026-03-31', 0],
      ],
    );
  });
});
