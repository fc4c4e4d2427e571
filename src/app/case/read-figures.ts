import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import type { CaseAction, CaseState } from '../../core/case/case-lifecycle.ts';
import { OPEN_STATES } from '../../core/case/whose-turn.ts';
import { legalDay, startOfDay } from '../../core/kernel/legal-day.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import {
  countByKind,
  countByMonth,
  countByState,
  measureStays,
  type KindFigure,
  type MonthFigure,
  type StateFigure,
} from '../../db/case-figures.ts';
import type { Deps } from '../ports.ts';

/** How long cases stayed in a state, in days. */
export type StayInState = {
  readonly state: CaseState;
  readonly count: number;
  readonly median: number;
  readonly ninth: number;
};

/** What the operator's work comes to. */
export type Figures = {
  readonly months: readonly MonthFigure[];
  readonly states: readonly StateFigure[];
  readonly stays: readonly StayInState[];
  readonly levels: readonly KindFigure[];
  readonly types: readonly KindFigure[];
  readonly since: Temporal.PlainDate;
};

/** The state an act leads to, of those in which somebody's clock runs. */
const ENTERED_BY: readonly (readonly [CaseAction, CaseState])[] = [
  ['case.submit', 'submitted'],
  ['case.return', 'returned'],
  ['case.accept', 'accepted'],
  ['case.record-payment', 'awaiting_decision'],
];
/** Acts that end a stay besides. */
const ENDINGS: readonly CaseAction[] = ['case.decline', 'case.discontinue', 'case.confirm-decision'];

/** The figures of the last twelve months, and of what is under way now. */
export async function readFigures(deps: Deps, actor: Actor): Promise<Result<Figures, AccessRefusal>> {
  const allowed = authorize(actor, 'figures.read', {});
  if (!allowed.ok) return allowed;
  const db = deps.db.kysely;
  const { zone } = deps.scheme.scheme;
  const today = legalDay(deps.clock.now(), zone);
  const since = today.with({ day: 1 }).subtract({ months: 11 });
  const acts = [...ENTERED_BY.map(([act]) => act), ...ENDINGS];
  const stays = await measureStays(db, acts, startOfDay(since, zone));
  return ok({
    months: await countByMonth(db, { from: since, today }),
    states: (await countByState(db, OPEN_STATES, today)).toSorted(
      (one, other) => OPEN_STATES.indexOf(one.state) - OPEN_STATES.indexOf(other.state),
    ),
    stays: ENTERED_BY.flatMap(([act, state]) => {
      const stay = stays.find((each) => each.act === act);
      return stay === undefined ? [] : [{ state, count: stay.count, median: stay.median, ninth: stay.ninth }];
    }),
    levels: await countByKind(db, OPEN_STATES, 'level'),
    types: await countByKind(db, OPEN_STATES, 'product_type'),
    since,
  });
}
