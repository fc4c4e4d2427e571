import { test } from 'node:test';
import { aGrantedCase } from '../../../testing/builders/cases.ts';
import { aWorld, okOf, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { listLogEntries } from '../../db/public-log.ts';
import type { FileStore } from '../ports.ts';
import { listNewestSnapshots } from './find-snapshot.ts';
import { takeSnapshots } from './take-snapshots.ts';

/** A file store in which something happens right after the first file was put there; and how many files were. */
function puttingFirst(
  { deps }: World,
  happens: () => Promise<unknown>,
): { readonly files: FileStore; readonly puts: () => number } {
  let puts = 0;
  const put: FileStore['put'] = async (source, limit) => {
    const stored = await deps.files.put(source, limit);
    puts += 1;
    if (puts === 1) await happens();
    return stored;
  };
  return { files: { ...deps.files, put }, puts: () => puts };
}

eachDatabase((_kind, open) => {
  test('a label of the day that is logged while its list is made is in the list: it is made once more', async () => {
    const world = await aWorld(await open());
    await aGrantedCase(world);
    const now = '2026-04-02T15:20:00Z';
    world.clock.set(now);
    const { files, puts } = puttingFirst(world, async () => {
      world.clock.set('2026-04-02T14:59:59Z');
      await aGrantedCase(world);
      world.clock.set(now);
    });
    equal(okOf(await takeSnapshots({ ...world.deps, files }, new AbortController().signal)), 1);
    equal(puts(), 4);
    const entries = (await listLogEntries(world.deps.db.kysely, 0, 10)).map(
      (entry) => JSON.parse(entry) as { kind: string; labels?: number; until?: string },
    );
    equal(
      entries.map(({ kind }) => kind),
      ['criteria-published', 'label-published', 'label-published', 'register-listed'],
    );
    equal([entries[3]?.labels, entries[3]?.until], [2, '2026-04-02T15:00:00Z']);
    const { rows } = await world.deps.db.pool.query('select labels from snapshots');
    equal(rows.length, 1);
  });

  test('a label of the next day may be logged meanwhile: the list is of the day that is over', async () => {
    const world = await aWorld(await open());
    await aGrantedCase(world);
    world.clock.set('2026-04-02T15:20:00Z');
    const { files, puts } = puttingFirst(world, () => aGrantedCase(world));
    equal(okOf(await takeSnapshots({ ...world.deps, files }, new AbortController().signal)), 1);
    equal(puts(), 2);
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
