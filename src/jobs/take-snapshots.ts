import { takeSnapshots } from '../app/open-data/take-snapshots.ts';
import type { TimedJob } from './job.ts';

/** Every night, after the last labels of the day were published: the register of the day before as a file. */
export const takeSnapshotsJob: TimedJob = {
  name: 'take-snapshots',
  cron: '20 0 * * *',
  atStart: true,
  perform: async ({ deps, signal }) => {
    const taken = await takeSnapshots(deps, signal);
    if (!taken.ok) throw new Error(`the snapshot of the register was not kept: ${taken.error.code}`);
    return { taken: taken.value };
  },
};
