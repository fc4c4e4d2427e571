import { answerList } from '../../parts/answer-list.ts';
import { html, type Html } from '../../parts/html.ts';
import { notificationBanner } from '../../parts/notification-banner.ts';
import { caseStateTag } from '../../parts/status-tag.ts';
import { CASE_STATES } from '../../../core/case/case-lifecycle.ts';
import { taskList, type TaskGroup } from '../../parts/task-list.ts';
import type { View } from '../../view.ts';

/** A task list with a task in each status. */
export function taskSamples(view: View): Html {
  const { say } = view;
  const criterion = (number: number): string => say('sample.task.criterion', { number });
  const href = '#tasks';
  const groups: readonly TaskGroup[] = [
    {
      heading: say('sample.task.product'),
      tasks: [
        { id: 'task-profile', name: say('sample.task.profile'), status: 'done', href },
        {
          id: 'task-models',
          name: say('sample.task.models'),
          status: 'done',
          href,
          note: say('sample.task.models.note'),
        },
      ],
    },
    {
      heading: say('sample.task.criteria'),
      tasks: [
        { id: 'task-1', name: criterion(1), status: 'in_progress', href },
        { id: 'task-2', name: criterion(2), status: 'has_faults', href },
        { id: 'task-3', name: criterion(3), status: 'returned', href, note: say('sample.task.criterion.returned') },
        { id: 'task-4', name: criterion(4), status: 'not_started', href },
        { id: 'task-5', name: criterion(5), status: 'not_needed', href, note: say('sample.task.criterion.na') },
      ],
    },
    {
      heading: say('sample.task.send'),
      tasks: [
        {
          id: 'task-send',
          name: say('sample.task.declare'),
          status: 'cannot_start',
          note: say('sample.task.declare.note'),
        },
      ],
    },
  ];
  return taskList(view, groups);
}

/** Answers before they are sent: public, confidential, missing, faulty, remarked on. */
export function answerSamples(view: View): Html {
  const { say } = view;
  const change = '#answers';
  return answerList(view, [
    { question: say('sample.field.maker'), answer: say('sample.field.maker.value'), seenBy: 'public' },
    { question: say('sample.field.text'), answer: say('sample.field.text.value'), change, seenBy: 'public' },
    { question: say('sample.field.mail'), answer: 'office@minato.example', change, seenBy: 'confidential' },
    { question: say('sample.field.years'), answer: '', change, seenBy: 'public' },
    {
      question: say('sample.field.day'),
      answer: '2026-02-30',
      change,
      seenBy: 'public',
      fault: say('sample.field.day.error'),
      remark: say('sample.field.remark'),
    },
  ]);
}

/** A notice of each kind, and the tag of each state of a case. */
export function noticeSamples(view: View): Html {
  const notices = (['success', 'info', 'warning', 'error'] as const).map((kind) =>
    notificationBanner(view, {
      kind,
      heading: view.say(`sample.notice.${kind}`),
      text: view.say(`sample.notice.${kind}.text`),
    }),
  );
  return html`${notices}
    <p class="button-row">${CASE_STATES.map((state) => caseStateTag(view, state))}</p>`;
}
