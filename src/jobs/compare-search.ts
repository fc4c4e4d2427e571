import { compareSearch } from '../app/label/compare-search.ts';
import type { TimedJob } from './job.ts';

/** Each night: whether labels are found by what their records say; what was changed by hand is written anew and told. */
export const compareSearchJob: TimedJob = {
  name: 'compare-search',
  cron: '40 3 * * *',
  atStart: false,
  perform: async ({ deps, log, signal }) => {
    const { compared, mended, numbers } = await compareSearch(deps, signal);
    if (mended > 0) log.error({ mended, numbers }, 'the search was not what the records say; it is made anew');
    return { compared, mended };
  },
};
