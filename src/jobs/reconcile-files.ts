import { reconcileFiles } from '../app/files/reconcile-files.ts';
import type { TimedJob } from './job.ts';

/** Every night: are the recorded files all in the store, and unaltered? What is lost or altered is an error in the log. */
export const reconcileFilesJob: TimedJob = {
  name: 'reconcile-files',
  cron: '30 3 * * *',
  atStart: false,
  perform: async ({ deps, log }) => {
    const { rowsWithoutFile, alteredFiles, filesWithoutRow } = await reconcileFiles(deps, { readContents: true });
    if (rowsWithoutFile.length + alteredFiles.length > 0) {
      log.error({ lost: rowsWithoutFile, altered: alteredFiles }, 'stored files are lost or damaged: restore them');
    }
    return { lost: rowsWithoutFile.length, altered: alteredFiles.length, unrecorded: filesWithoutRow.length };
  },
};
