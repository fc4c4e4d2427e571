import { indexWaitingLabels } from '../app/label/index-waiting-labels.ts';
import type { TimedJob } from './job.ts';

/** At every start: labels that the search does not know yet, as after an update with new rules of searching. */
export const indexLabelsJob: TimedJob = {
  name: 'index-labels',
  cron: '10 3 * * *',
  atStart: true,
  perform: async ({ deps, signal }) => ({ indexed: await indexWaitingLabels(deps, signal) }),
};
