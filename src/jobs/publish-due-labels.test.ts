import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aGrantedCase } from '../../testing/builders/cases.ts';
import { aWorld, type World } from '../../testing/builders/world.ts';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { FAILING_LOG } from '../../testing/test-signer.ts';
import { findLabel } from '../app/label/find-label.ts';
import type { Deps } from '../app/ports.ts';
import { publishDueLabelsJob } from './publish-due-labels.ts';

const wishedOn = Temporal.PlainDate.from('2026-06-01');

/** Labels whose day has come, the first to be published first, and what runs the job on them. */
async function dueLabels(world: World, count: number) {
  const numbers: string[] = [];
  for (let place = 0; place < count; place += 1) {
    numbers.push((await aGrantedCase(world, { answers: { 'publication.wishedOn': wishedOn } })).label.number);
  }
  world.clock.set('2026-05-31T15:00:00Z');
  const told: object[] = [];
  const log = { info: () => undefined, warn: () => undefined, error: (fields: object) => void told.push(fields) };
  const run = (deps: Deps = world.deps) =>
    publishDueLabelsJob.perform({ deps, log, signal: new AbortController().signal });
  const shown = async (): Promise<readonly boolean[]> =>
    Promise.all(numbers.map(async (number) => (await findLabel(world.deps, number)).ok));
  return { numbers, told, run, shown };
}

eachDatabase((_kind, open) => {
  test('an embargo that does not end because nothing can be signed is a failed run and is told; the next makes up for it', async () => {
    const world = await aWorld(await open());
    const { told, run, shown } = await dueLabels(world, 2);
    await assert.rejects(run({ ...world.deps, ...FAILING_LOG }), /1 labels could not be published/);
    equal(
      told.map((fields) => 'err' in fields && fields.err),
      ['log_not_signed'],
      'the others are not tried in vain',
    );
    equal(await shown(), [false, false]);
    equal(await run(), { published: 2 });
    equal(await shown(), [true, true]);
  });

  test('a label that cannot be published holds up none behind it, and is told at each run', async () => {
    const world = await aWorld(await open());
    const { numbers, told, run, shown } = await dueLabels(world, 3);
    const [first = ''] = numbers;
    const { pool } = world.deps.db;
    const { rows } = await pool.query<{ record: string }>('select record from labels where number = $1', [first]);
    await pool.query("update labels set record = 'no record' where number = $1", [first]);
    await assert.rejects(run(), /1 labels could not be published/);
    equal(await shown(), [false, true, true]);
    await assert.rejects(run(), /1 labels/);
    equal(told.length, 2);
    await pool.query('update labels set record = $2 where number = $1', [first, rows[0]?.record]);
    equal(await run(), { published: 1 });
    equal(await shown(), [true, true, true]);
  });
});
