import type { Queue, QueueLine, QueueWish } from '../../app/case/list-queue.ts';
import { LAST_QUEUE_PAGE, QUEUE_PAGE } from '../../app/case/queue-limits.ts';
import { button, buttonLink, buttonRow } from '../parts/button.ts';
import { countCards } from '../parts/count-cards.ts';
import { emptyState } from '../parts/empty-state.ts';
import { html, type Html } from '../parts/html.ts';
import { notificationBanner } from '../parts/notification-banner.ts';
import { pagination } from '../parts/pagination.ts';
import { postForm } from '../parts/post-form.ts';
import { queryLink } from '../parts/query-link.ts';
import { recordTable, type RecordColumn } from '../parts/record-table.ts';
import { caseStateTag, statusTag } from '../parts/status-tag.ts';
import { workspacePage } from '../parts/workspace-page.ts';
import { written } from '../parts/written.ts';
import type { WorkspaceView } from '../workspace/signed-in.ts';
import { daysLeftTag } from './days-left-tag.ts';
import { officeCasePath, officePath } from './office-places.ts';
import { queueFilter } from './queue-filter.ts';
import { queueQuery } from './queue-query.ts';

/** What the page of the queue is made of. */
type QueuePage = {
  readonly queue: Queue;
  readonly wish: QueueWish;
  readonly idempotencyKey: string;
  /** Whether whoever looks may take cases. */
  readonly mayTake: boolean;
  /** Something to say first: that no such case was found, that there is nothing to do next. */
  readonly notice: 'nothing-next' | 'no-such-case' | undefined;
};

function tiles({ language, say }: WorkspaceView, { tiles: counts }: Queue): Html {
  const here = officePath(language);
  const card = (name: keyof Queue['tiles'], query: Readonly<Record<string, string>>) => ({
    words: say(`office.tile.${name}`),
    count: counts[name].count,
    href: queryLink(here, query),
    ...(counts[name].isExact ? {} : { note: say('office.count.least') }),
    isUrgent: (name === 'overdue' || name === 'feeOverdue') && counts[name].count > 0,
  });
  return countCards({ language, say }, [
    card('todo', {}),
    card('mine', { assigned: 'me' }),
    card('unassigned', { assigned: 'nobody' }),
    card('overdue', { overdue: 'yes' }),
    card('feeOverdue', { show: 'accepted', overdue: 'yes' }),
  ]);
}

function columns({ language, say }: WorkspaceView, wish: QueueWish): readonly RecordColumn[] {
  const sorted = (by: QueueWish['order']['by']): NonNullable<RecordColumn['sort']> => {
    const isNow = wish.order.by === by;
    const isTurned = isNow && !wish.order.isTurned;
    const href = queryLink(officePath(language), queueQuery({ ...wish, order: { by, isTurned }, page: 1 }));
    return { href, order: isNow ? (wish.order.isTurned ? 'descending' : 'ascending') : undefined };
  };
  return [
    { name: say('office.column.number'), kind: 'tight' },
    { name: say('office.column.due'), sort: sorted('due') },
    { name: say('office.column.state') },
    { name: say('office.column.product') },
    { name: say('office.column.vendor') },
    { name: say('office.column.assignee') },
    { name: say('office.column.received'), kind: 'tight', sort: sorted('received') },
    { name: say('office.column.level'), kind: 'tight' },
  ];
}

function row(view: WorkspaceView, line: QueueLine): readonly (Html | string)[] {
  const { language, say, site } = view;
  const { levels, productTypes } = site.scheme;
  const level = levels.find(({ id }) => id === line.level)?.name[language] ?? line.level;
  const type = productTypes.find(({ id }) => id === line.product_type)?.name[language] ?? line.product_type;
  const proposed = line.proposed === null ? '' : statusTag('active', say(`office.proposed.${line.proposed}`));
  return [
    html`<a href="${officeCasePath(language, line.application_number)}">${line.application_number}</a>`,
    daysLeftTag(view, line.due_on, line.left),
    html`${caseStateTag(view, line.state)} ${proposed}`,
    html`${line.product_name === '' ? say('office.none') : written(view, line.product_name)}
      <span class="office__type">${type}</span>`,
    written(view, line.vendor, line.vendor_en),
    line.assignee === null ? say('office.nobody') : written(view, line.assignee),
    line.first_submitted_on === null ? '' : say.day(line.first_submitted_on),
    level,
  ];
}

function list(view: WorkspaceView, { queue, wish }: QueuePage): Html {
  const { language, say } = view;
  const { lines, total, page, hasNext } = queue;
  const last = total.isExact ? Math.min(Math.max(Math.ceil(total.count / QUEUE_PAGE), 1), LAST_QUEUE_PAGE) : 'unknown';
  const from = (page - 1) * QUEUE_PAGE;
  const hrefOf = (to: number): string => queryLink(officePath(language), queueQuery({ ...wish, page: to }));
  if (lines.length === 0) {
    const back = buttonLink({ words: say('office.queue.all'), href: officePath(language), isSmall: true });
    return emptyState(say('office.queue.empty'), say('office.queue.empty.text'), back);
  }
  return html`${recordTable(view, {
    caption: say('office.queue.caption'),
    isCaptionHidden: true,
    columns: columns(view, wish),
    rows: lines.map((line) => row(view, line)),
  })}
  ${pagination(view, { current: page, last, hasNext, from: from + 1, to: from + lines.length, total, hrefOf })}`;
}

function nextCase(view: WorkspaceView, { mayTake, idempotencyKey }: QueuePage): Html | string {
  const { language, say, signedIn } = view;
  if (!mayTake) return '';
  const hidden = { csrf: signedIn.csrf, idempotencyKey };
  return postForm(
    view,
    { action: officePath(language, '/next'), hidden },
    buttonRow(button({ words: say('office.next') })),
  );
}

const NOTICES = { 'nothing-next': 'info', 'no-such-case': 'warning' } as const;

/** The officers' queue: what is to be done, the first due first. */
export function queuePage(view: WorkspaceView, shown: QueuePage): Html {
  const { say } = view;
  const title = say('office.queue.title');
  const { notice } = shown;
  const told =
    notice === undefined
      ? ''
      : notificationBanner(view, { kind: NOTICES[notice], heading: say(`office.notice.${notice}`), isOutcome: true });
  return workspacePage(
    view,
    { title },
    html`${told}
      <div class="page__stack">
        <h1>${title}</h1>
        ${tiles(view, shown.queue)} ${nextCase(view, shown)} ${queueFilter(view, shown.wish)} ${list(view, shown)}
      </div>`,
  );
}
