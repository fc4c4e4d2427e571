import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { aWorld } from '../../testing/builders/world.ts';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { exportToolsOf } from '../../testing/export-tools.ts';
import { scratchDirectory } from '../../testing/scratch.ts';
import { aSignedLabel, RUNNING } from '../../testing/static-copy.ts';
import type { JobContext, JobCounts } from './job.ts';
import { exportStaticJob } from './export-static.ts';

eachDatabase((_kind, open) => {
  test('the copy follows publications and midnight, and nothing is written in between or where none is wanted', async () => {
    const { deps, clock, ...world } = await aWorld(await open());
    const quiet = (): void => undefined;
    const log = { info: quiet, warn: quiet, error: quiet };
    const folder = scratchDirectory();
    const context: JobContext = { deps, log, signal: RUNNING };
    const staticCopy = { folder, tools: () => Promise.resolve(exportToolsOf('test')) };
    const run = (): Promise<JobCounts> => exportStaticJob.perform({ ...context, staticCopy });
    equal(await exportStaticJob.perform(context), {});
    const { label } = await aSignedLabel({ deps, clock, ...world });
    equal((await run())['made'], 1);
    equal((await run())['written'], 0);
    const json = join(folder, 'labels', `${label.number}.json`);
    const { status } = JSON.parse(readFileSync(json, 'utf8')) as { status: { changesOn: string } };
    const midnight = Temporal.PlainDate.from(status.changesOn).toZonedDateTime('Asia/Tokyo').toInstant();
    clock.set(midnight.subtract({ seconds: 1 }).toString());
    equal((await run())['made'], 0);
    clock.set(midnight.toString());
    equal((await run())['made'], 1);
    assert.match(readFileSync(json, 'utf8'), /"state":"in_grace"/);

    const foreign = scratchDirectory();
    writeFileSync(join(foreign, 'mine'), '');
    await assert.rejects(exportStaticJob.perform({ ...context, staticCopy: { ...staticCopy, folder: foreign } }));
  });
});
