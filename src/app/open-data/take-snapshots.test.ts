import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aGrantedCase } from '../../../testing/builders/cases.ts';
import { aWorld, okOf } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { listLogEntries } from '../../db/public-log.ts';
import type { FileStore } from '../ports.ts';
import { listNewestSnapshots } from './find-snapshot.ts';
import { takeSnapshots } from './take-snapshots.ts';

eachDatabase((_kind, open) => {
  test('a label of the day that is logged while its list is made is in the list: it is made once more', async () => {
    const world = await aWorld(await open());
    await aGrantedCase(world);
    const now = '2026-04-02T15:20:00Z';
    world.clock.set(now);
    let puts = 0;
    const files: FileStore = {
      ...world.deps.files,
      put: async (source, limit) => {
        const stored = await world.deps.files.put(source, limit);
        puts += 1;
        if (puts === 1) {
          world.clock.set('2026-04-02T14:59:59Z');
          await aGrantedCase(world);
          world.clock.set(now);
        }
        return stored;
      },
    };
    equal(okOf(await takeSnapshots({ ...world.deps, files }, new AbortController().signal)), 1);
    equal(puts, 4);
    const entries = (await listLogEntries(world.deps.db.kysely, 0, 10)).map(
      (entry) => JSON.parse(entry) as { kind: string; labels?: number; until?: string },
    );
    equal(
      entries.map(({ kind }) => kind),
      ['criteria-published', 'label-published', 'label-published', 'register-listed'],
    );
    equal([entries[3]?.labels, entries[3]?.until], [2, '2026-04-02T15:00:00Z']);
    const { rows } = await world.deps.db.pool.query('select labels from snapshots');
    assert.equal(rows.length, 1);
  });

  test('a label of the next day may be logged meanwhile: the list is of the day that is over', async () => {
    const world = await aWorld(await open());
    await aGrantedCase(world);
    world.clock.set('2026-04-02T15:20:00Z');
    let puts = 0;
    const files: FileStore = {
      ...world.deps.files,
      put: async (source, limit) => {
        const stored = await world.deps.files.put(source, limit);
        puts += 1;
        if (puts === 1) await aGrantedCase(world);
        return stored;
      },
    };
    equal(okOf(await takeSnapshots({ ...world.deps, files }, new AbortController().signal)), 1);
    equal(puts, 2);
  });

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
