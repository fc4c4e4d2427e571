import { discontinueOverdueCases, type OverdueCase } from '../app/case/discontinue-overdue-cases.ts';
import { message } from '../i18n/message.ts';
import type { TimedJob } from './job.ts';

/** In both languages: nobody knows which one the applicant reads. */
function reasonOf({ state, dueOn }: OverdueCase): string {
  const key = state === 'accepted' ? 'case.overdue.fee' : 'case.overdue.answer';
  return (['ja', 'en'] as const).map((language) => message(language, key, { dueOn })).join(' / ');
}

/**
 * Soon after each midnight in the scheme's zone: cases whose applicant let a deadline and the days after it pass are
 * ended.
 */
export const discontinueOverdueCasesJob: TimedJob = {
  name: 'discontinue-overdue-cases',
  cron: '5 0 * * *',
  atStart: true,
  perform: async ({ deps, log }) => {
    const actor = { kind: 'system', job: 'discontinue-overdue-cases' } as const;
    const { discontinued } = await discontinueOverdueCases(deps, actor, reasonOf);
    if (discontinued > 0) log.info({ discontinued }, 'overdue cases discontinued');
    return { discontinued };
  },
};
