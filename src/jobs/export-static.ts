import { exportToFolder } from '../app/static-export/export-to-folder.ts';
import type { TimedJob } from './job.ts';

/** Within a minute or so of whatever changes the public side, an act or midnight: the copy follows. */
export const exportStaticJob: TimedJob = {
  name: 'export-static',
  cron: '* * * * *',
  atStart: true,
  perform: async ({ deps, log, staticCopy, signal }) => {
    if (staticCopy === undefined) return {};
    const done = await exportToFolder(deps, await staticCopy.tools(), { folder: staticCopy.folder }, signal);
    // Stopped is asked for; in use means that somebody at a terminal is just doing it.
    if (!done.ok && done.error.code === 'export_folder_not_ours')
      throw new Error(`${staticCopy.folder} holds something else than an export`);
    if (!done.ok) return {};
    if (done.value.made > 0) log.info({ ...done.value }, 'the public side was copied');
    return { ...done.value };
  },
};
