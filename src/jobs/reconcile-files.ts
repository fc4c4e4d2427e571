import { reconcileFiles } from '../app/files/reconcile-files.ts';
import type { TimedJob } from './job.ts';

/** Every night: are the recorded files all in the store, and unaltered? What is lost or altered is an error in the log. */
export const reconcileFilesJob: TimedJob = {
  name: 'reconcile-files',
  cron: '30 3 * * *',
  atStart: false,
  perform: async ({ deps, log }) => {
    const found = await reconcileFiles(deps, { kind: 'system', job: 'reconcile-files' }, { readContents: true });
    if (!found.ok) throw new Error(`the nightly reconciliation was refused: ${found.error.code}`);
    const { rowsWithoutFile, alteredFiles, filesWithoutRow } = found.value;
    if (rowsWithoutFile.length + alteredFiles.length > 0) {
      log.error({ lost: rowsWithoutFile, altered: alteredFiles }, 'stored files are lost or damaged: restore them');
    }
    return { lost: rowsWithoutFile.length, altered: alteredFiles.length, unrecorded: filesWithoutRow.length };
  },
};
