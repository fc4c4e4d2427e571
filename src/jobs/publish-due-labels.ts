import { publishDueLabels } from '../app/label/publish-due-labels.ts';
import type { TimedJob } from './job.ts';

/** Ends embargoes: a label becomes public within a minute or so after midnight of its day in the scheme's zone. */
export const publishDueLabelsJob: TimedJob = {
  name: 'publish-due-labels',
  cron: '* * * * *',
  atStart: true,
  perform: async ({ deps, log }) => {
    const { published, unpublished } = await publishDueLabels(deps, { kind: 'system', job: 'publish-due-labels' });
    if (published > 0) log.info({ published }, 'labels published');
    for (const { label, cause } of unpublished) log.error({ label, err: cause }, 'a label could not be published');
    if (unpublished.length > 0) throw new Error(`${String(unpublished.length)} labels could not be published`);
    return { published };
  },
};
