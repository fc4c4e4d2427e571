import type { QueueShow, QueueWish } from '../../app/case/list-queue.ts';
import { CASE_STATES } from '../../core/case/case-lifecycle.ts';
import type { Query } from '../parts/query-link.ts';

/** What the queue can be narrowed down to by state, in the order it is offered. */
export const SHOWS: readonly QueueShow[] = [
  'operator',
  'applicant',
  'open',
  'ended',
  ...CASE_STATES.filter((state) => state !== 'draft'),
];

const NAME = /^[\w.-]{1,60}$/;

/** The queue an address asks for; what cannot be read is taken as not said. */
export function readQueueQuery(query: Readonly<Record<string, string>>): QueueWish {
  const named = (name: string): string | undefined => {
    const text = query[name] ?? '';
    return NAME.test(text) ? text : undefined;
  };
  const page = Number(query['page'] ?? '1');
  const assigned = query['assigned'];
  return {
    show: SHOWS.find((show) => show === query['show']) ?? 'operator',
    level: named('level'),
    productType: named('type'),
    assigned: assigned === 'me' || assigned === 'nobody' ? assigned : undefined,
    isOverdue: query['overdue'] === 'yes',
    order: { by: query['sort'] === 'received' ? 'received' : 'due', isTurned: query['turned'] === 'yes' },
    page: Number.isSafeInteger(page) ? page : 1,
  };
}

/** The address of a queue, as its query says it. */
export function queueQuery({ show, level, productType, assigned, isOverdue, order, page }: QueueWish): Query {
  return {
    show: show === 'operator' ? undefined : show,
    level,
    type: productType,
    assigned,
    overdue: isOverdue ? 'yes' : undefined,
    sort: order.by === 'due' ? undefined : order.by,
    turned: order.isTurned ? 'yes' : undefined,
    page: page === 1 ? undefined : String(page),
  };
}
