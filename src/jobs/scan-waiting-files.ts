import { scanWaitingFiles } from '../app/files/scan-waiting-files.ts';
import type { TimedJob } from './job.ts';
import { scanCounts } from './scan-counts.ts';

/** Now and then and at each start: files that still wait for their scan, as after a scanner was away or set up late. */
export const scanWaitingFilesJob: TimedJob = {
  name: 'scan-waiting-files',
  cron: '*/10 * * * *',
  atStart: true,
  perform: async ({ deps, log, signal }) =>
    scanCounts(log, await scanWaitingFiles(deps, { kind: 'system', job: 'scan-waiting-files' }, signal)),
};
