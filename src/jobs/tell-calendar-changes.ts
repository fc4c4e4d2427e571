import { tellCalendarChanges } from '../app/subscription/tell-changes.ts';
import type { TimedJob } from './job.ts';

/** Soon after midnight in the scheme's zone, and at each start: what did the calendar change, and whom is it told? */
export const tellCalendarChangesJob: TimedJob = {
  name: 'tell-calendar-changes',
  cron: '5 0 * * *',
  atStart: true,
  perform: async ({ deps, signal }) => {
    const told = await tellCalendarChanges(deps, { kind: 'system', job: 'tell-calendar-changes' }, signal);
    if (!told.ok) throw new Error(`nobody was told what the calendar changed: ${told.error.code}`);
    return { noticesWritten: told.value };
  },
};
