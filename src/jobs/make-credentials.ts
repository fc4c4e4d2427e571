import { makeCredentials } from '../app/credential/make-credentials.ts';
import type { TimedJob } from './job.ts';

/** Signs the credentials of labels, within a minute or so of their publication, and anew after a key was revoked. */
export const makeCredentialsJob: TimedJob = {
  name: 'make-credentials',
  cron: '* * * * *',
  atStart: true,
  perform: async ({ deps, log, signal }) => {
    const done = await makeCredentials(deps, signal);
    if (!done.ok) throw new Error(`credentials cannot be signed: ${done.error.cause}`);
    const { made, differing } = done.value;
    if (differing > 0) log.error({ differing }, 'labels whose rows are not what was logged get no credential');
    return { made, differing };
  },
};
