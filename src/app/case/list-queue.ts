import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import type { CaseState } from '../../core/case/case-lifecycle.ts';
import { OPEN_STATES, statesOfTurn } from '../../core/case/whose-turn.ts';
import type { PersonId } from '../../core/kernel/ids.ts';
import { legalDay } from '../../core/kernel/legal-day.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { daysLeftFrom, type DaysLeft } from '../../core/scheme/days-left.ts';
import {
  countQueues,
  listQueue as listQueueRows,
  type QueuedCase,
  type QueueFilter,
  type QueueOrder,
} from '../../db/case-queue.ts';
import type { Deps } from '../ports.ts';
import { personOf } from './locked-case.ts';
import { LAST_QUEUE_PAGE, MOST_COUNTED, QUEUE_PAGE } from './queue-limits.ts';

/** Which cases an officer looks for. */
export type QueueWish = {
  /** The operator's turn, the applicant's, both, ended ones, or one state. */
  readonly show: QueueShow;
  readonly level?: string | undefined;
  readonly productType?: string | undefined;
  readonly assigned?: 'me' | 'nobody' | undefined;
  readonly isOverdue: boolean;
  readonly order: QueueOrder;
  /** From 1. */
  readonly page: number;
};

/** What a queue can be narrowed down to by state. */
export type QueueShow = 'operator' | 'applicant' | 'open' | 'ended' | Exclude<CaseState, 'draft'>;

/** A number of cases, and whether it is exact or the least there are. */
type CaseCount = { readonly count: number; readonly isExact: boolean };

/** A case of the queue with how far its last day is. */
export type QueueLine = QueuedCase & { readonly left: DaysLeft | undefined };

/** The queues every officer looks at first. */
export type QueueTiles = Readonly<Record<'todo' | 'mine' | 'unassigned' | 'overdue' | 'feeOverdue', CaseCount>>;

/** One page of the officers' queue. */
export type Queue = {
  readonly lines: readonly QueueLine[];
  readonly total: CaseCount;
  readonly page: number;
  readonly hasNext: boolean;
  readonly tiles: QueueTiles;
  readonly today: Temporal.PlainDate;
};

function statesOf(show: QueueShow): readonly CaseState[] {
  if (show === 'open') return OPEN_STATES;
  if (show === 'ended') return statesOfTurn('nobody');
  if (show === 'operator' || show === 'applicant') {
    return statesOfTurn(show).filter((state) => OPEN_STATES.includes(state));
  }
  return [show];
}

function counted(count: number): CaseCount {
  return { count: Math.min(count, MOST_COUNTED), isExact: count <= MOST_COUNTED };
}

function filterOf(wish: QueueWish, me: PersonId, today: Temporal.PlainDate): QueueFilter {
  return {
    states: statesOf(wish.show),
    level: wish.level,
    productType: wish.productType,
    assigned: wish.assigned === 'me' ? me : wish.assigned,
    dueBefore: wish.isOverdue ? today : undefined,
  };
}

/**
 * One page of the cases that were filed, as an officer looks for them, with how many there are and how much is to be done.
 * Drafts are the applicant's own affair and are in no queue.
 */
export async function listQueue(deps: Deps, actor: Actor, wish: QueueWish): Promise<Result<Queue, AccessRefusal>> {
  const allowed = authorize(actor, 'case.read-queue', {});
  if (!allowed.ok) return allowed;
  const me = personOf(actor).person;
  const today = legalDay(deps.clock.now(), deps.scheme.scheme.zone);
  const filter = filterOf(wish, me, today);
  const todo = { states: statesOf('operator') };
  const page = Math.min(Math.max(wish.page, 1), LAST_QUEUE_PAGE);
  const found = await listQueueRows(deps.db.kysely, filter, {
    order: wish.order,
    limit: QUEUE_PAGE + 1,
    offset: (page - 1) * QUEUE_PAGE,
  });
  const { total, ...tiles } = await countQueues(
    deps.db.kysely,
    {
      total: filter,
      todo,
      mine: { ...todo, assigned: me },
      unassigned: { ...todo, assigned: 'nobody' },
      overdue: { ...todo, dueBefore: today },
      feeOverdue: { states: ['accepted'], dueBefore: today },
    },
    MOST_COUNTED + 1,
  );
  const isWorkingDay = (day: Temporal.PlainDate): boolean => deps.workingDays.isWorkingDay(day);
  const left = daysLeftFrom(today, isWorkingDay);
  const lines = found.slice(0, QUEUE_PAGE).map((row) => ({
    ...row,
    left: row.due_on === null ? undefined : left(row.due_on),
  }));
  return ok({
    lines,
    total: counted(total),
    page,
    hasNext: found.length > QUEUE_PAGE && page < LAST_QUEUE_PAGE,
    tiles: {
      todo: counted(tiles.todo),
      mine: counted(tiles.mine),
      unassigned: counted(tiles.unassigned),
      overdue: counted(tiles.overdue),
      feeOverdue: counted(tiles.feeOverdue),
    },
    today,
  });
}
