import type { Health } from '../../app/access/read-health.ts';
import { emptyState } from '../parts/empty-state.ts';
import { html, type Html } from '../parts/html.ts';
import { jobName } from '../parts/job-name.ts';
import { recordTable } from '../parts/record-table.ts';
import { section } from '../parts/section.ts';
import { statusTag } from '../parts/status-tag.ts';
import { workspacePage } from '../parts/workspace-page.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';

/** Minutes a job may wait before it looks as if nobody runs any. */
const LONG_WAIT = 15;

function standing({ say }: WorkspaceView, queue: Health['queues'][number], now: Temporal.Instant): Html {
  if (queue.failed > 0) return statusTag('bad', say('office.health.has-failed'));
  const waited = queue.waiting_since?.until(now).total('minutes') ?? 0;
  return waited > LONG_WAIT
    ? statusTag('warning', say('office.health.waits'))
    : statusTag('good', say('office.health.good'));
}

type Words = { readonly moment: (at: Temporal.Instant | null) => string; readonly number: (count: number) => string };

function wordsIn({ say, site }: WorkspaceView): Words {
  const { zone } = site.scheme;
  return {
    moment: (at) => (at === null ? '' : say.moment(at, zone)),
    number: (count) => say('part.number', { count }),
  };
}

function queuesTable(view: WorkspaceView, { queues }: Health, now: Temporal.Instant): Html {
  const { say } = view;
  const { moment, number } = wordsIn(view);
  return recordTable(view, {
    caption: say('office.health.queues'),
    isCaptionHidden: true,
    columns: [
      { name: say('office.health.queue') },
      { name: say('office.health.standing') },
      { name: say('office.health.waiting'), kind: 'number' },
      { name: say('office.health.active'), kind: 'number' },
      { name: say('office.health.failed'), kind: 'number' },
      { name: say('office.health.done'), kind: 'number' },
      { name: say('office.health.waiting-since') },
      { name: say('office.health.last-done') },
    ],
    rows: queues.map((queue) => [
      jobName(view, queue.name),
      standing(view, queue, now),
      number(queue.waiting),
      number(queue.active),
      number(queue.failed),
      number(queue.done),
      moment(queue.waiting_since),
      moment(queue.last_done),
    ]),
  });
}

function failuresTable(view: WorkspaceView, { failed }: Health): Html {
  const { say } = view;
  const { moment } = wordsIn(view);
  if (failed.length === 0) return emptyState(say('office.health.none-failed'), say('office.health.none-failed.text'));
  return recordTable(view, {
    caption: say('office.health.failures'),
    isCaptionHidden: true,
    columns: [
      { name: say('office.health.queue') },
      { name: say('office.health.at') },
      { name: say('office.health.message') },
    ],
    rows: failed.map(({ name, completed_on: at, message }) => [
      jobName(view, name),
      moment(at),
      html`<bdi class="written">${message ?? ''}</bdi>`,
    ]),
  });
}

/** How the work in the background stands: each queue, and what has failed for good. */
export function healthPage(view: WorkspaceView, health: Health, now: Temporal.Instant): Html {
  const { say } = view;
  const title = say('office.health');
  return workspacePage(
    view,
    { title },
    html`<h1>${title}</h1>
      <p class="page__lead">${say('office.health.text')}</p>
      ${section('queues', say('office.health.queues.title'), queuesTable(view, health, now))}
      ${section('failures', say('office.health.failures.title'), failuresTable(view, health))}`,
  );
}
