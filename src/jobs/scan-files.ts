import { scanAttachedFiles } from '../app/files/scan-attached-files.ts';
import type { EventJob } from './job.ts';
import { scanCounts } from './scan-counts.ts';

/** After each act that attached files: what does the malware scanner find in them? Nothing to do without one. */
export const scanFilesJob: EventJob = {
  name: 'scan-files',
  perform: async ({ deps, log }, event) =>
    scanCounts(log, await scanAttachedFiles(deps, { kind: 'system', job: 'scan-files' }, event)),
};
