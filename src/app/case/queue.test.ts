import { before, describe, test } from 'node:test';
import {
  aGrantedCase,
  anAcceptedCase,
  aDraft,
  aProposedCase,
  aReturnedCase,
  aSubmittedCase,
} from '../../../testing/builders/cases.ts';
import { aWorld, okOf, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import { assignCase } from './assign-case.ts';
import { listQueue, type QueueWish } from './list-queue.ts';
import { readCaseHistory } from './read-case-history.ts';
import { takeNextCase } from './take-next-case.ts';

const WISH: QueueWish = { show: 'operator', isOverdue: false, order: { by: 'due', isTurned: false }, page: 1 };

describe('the officers’ queue', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    let numbers: Readonly<Record<string, string>>;
    let first: Awaited<ReturnType<typeof aSubmittedCase>>;
    before(async () => {
      world = await aWorld(await open());
      await aDraft(world);
      first = await aSubmittedCase(world);
      world.clock.advance({ hours: 24 });
      const second = await aSubmittedCase(world);
      const returned = await aReturnedCase(world);
      const accepted = await anAcceptedCase(world);
      const proposed = await aProposedCase(world);
      const granted = await aGrantedCase(world);
      numbers = Object.fromEntries(
        Object.entries({ first, second, returned, accepted, proposed, granted }).map(([name, at]) => [
          at.applicationNumber,
          name,
        ]),
      );
    });
    const shown = async (wish: Partial<QueueWish> = {}, by: 'officerA' | 'officerB' | 'reviewer' = 'officerA') => {
      const queue = okOf(await listQueue(world.deps, world.people[by], { ...WISH, ...wish }));
      return queue.lines.map((line) => numbers[line.application_number]);
    };

    test('holds what is the operator’s turn, the first due first; drafts are in no queue', async () => {
      equal(await shown(), ['first', 'second', 'proposed']);
      equal(await shown({ order: { by: 'due', isTurned: true } }), ['proposed', 'second', 'first']);
      equal(await shown({ order: { by: 'received', isTurned: false } }), ['first', 'second', 'proposed']);
      equal(
        await shown({ show: 'applicant' }),
        ['returned', 'accepted'].sort((a) => (a === 'returned' ? 1 : -1)),
      );
      equal(await shown({ show: 'ended' }), ['granted']);
      equal((await shown({ show: 'open' })).length, 5);
      equal(await shown({ show: 'accepted' }, 'reviewer'), ['accepted']);
    });

    test('is narrowed down by level, product type, officer and what is overdue', async () => {
      const { level, product_type: type } =
        okOf(await listQueue(world.deps, world.people.officerA, WISH)).lines[0] ?? {};
      equal(await shown({ level, productType: type }), ['first', 'second', 'proposed']);
      equal(await shown({ level: 'none' }), []);
      equal(await shown({ productType: 'none' }), []);
      equal(await shown({ isOverdue: true }), []);
      equal(await shown({ assigned: 'me' }), []);
      equal(await shown({ assigned: 'nobody' }), ['first', 'second', 'proposed']);
    });

    test('counts what is to be done and tells the business days that are left', async () => {
      const queue = okOf(await listQueue(world.deps, world.people.officerA, WISH));
      const exactly = (count: number) => ({ count, isExact: true });
      equal(queue.total, exactly(3));
      equal(queue.tiles, {
        todo: exactly(3),
        mine: exactly(0),
        unassigned: exactly(3),
        overdue: exactly(0),
        feeOverdue: exactly(0),
      });
      equal([queue.page, queue.hasNext], [1, false]);
      const [line] = queue.lines;
      const rule = world.scheme.clocks.find(({ id }) => id === 'format-check');
      equal(rule?.count, 'business');
      // one business day of the clock has passed
      equal(line?.left, { isOverdue: false, days: (rule?.days ?? 0) - 1 });
      equal(
        [line?.product_name, line?.assignee, line?.proposed],
        [first.application.answers['product.name'], null, null],
      );
    });

    test('is closed to applicants and administrators', async () => {
      const { deps, people } = world;
      for (const name of ['editor', 'signatory', 'agent', 'stranger', 'administrator'] as const) {
        equal((await listQueue(deps, people[name], WISH)).ok, false, name);
        equal((await takeNextCase(deps, people[name])).ok, false, name);
      }
      equal((await takeNextCase(deps, people.reviewer)).ok, false);
    });

    test('gives an officer the case that is due first and nobody else’s, and never one only another may decide', async () => {
      const { deps, people } = world;
      const next = async (
        by: 'officerA' | 'officerB' | 'officerC',
        except?: typeof first.id,
      ): Promise<string | undefined> => {
        const id = okOf(await takeNextCase(deps, people[by], { except }));
        const queue = okOf(await listQueue(deps, people[by], { ...WISH, assigned: 'me' }));
        const line = queue.lines.find((each) => each.id === id);
        return line === undefined ? undefined : numbers[line.application_number];
      };
      equal(await next('officerA'), 'first');
      equal(await next('officerA'), 'first');
      equal(await next('officerA', first.id), 'second');
      // the proposed case was checked by A and proposed by B: only C is left to confirm it
      equal(await next('officerB'), undefined);
      equal(await next('officerC'), 'proposed');
      equal(await shown({ assigned: 'me' }, 'officerA'), ['first', 'second']);
      equal(await shown({ assigned: 'nobody' }), []);
      const acts = okOf(await readCaseHistory(deps, people.officerA, first.id)).map(({ act }) => act);
      equal(acts.filter((act) => act === 'case.assign').length, 1);
    });

    test('a case is given to another officer or to nobody, only by an officer, and never over what somebody did unseen', async () => {
      const { deps, people } = world;
      const [a, b] = [people.officerA.person, people.officerB.person];
      const give = (to: typeof a | null, from: typeof a | null, by: keyof World['people'] = 'officerB') =>
        assignCase(deps, people[by], { id: first.id, to, from });
      await refusedWithoutTrace(deps.db, () => give(b, null), { code: 'assigned_meanwhile' });
      await refusedWithoutTrace(deps.db, () => give(people.editor.person, a), { code: 'not_a_label_officer' });
      for (const by of ['editor', 'agent', 'reviewer', 'administrator', 'stranger'] as const) {
        const known = ['stranger', 'administrator'].includes(by);
        const expected = known
          ? { code: 'no_such_subject' }
          : { code: 'not_permitted', act: 'case.assign', roles: ['label-officer'] };
        await refusedWithoutTrace(deps.db, () => give(b, a, by), expected);
      }
      equal(okOf(await give(b, a)), b);
      equal(okOf(await give(b, a)), b);
      equal(okOf(await give(null, b)), null);
      const draft = await aDraft(world);
      await refusedWithoutTrace(deps.db, () => assignCase(deps, people.officerA, { id: draft.id, to: a, from: null }), {
        code: 'not_in_queue',
      });
    });

    test('what is past its last day is overdue, and told in business days since', async () => {
      world.clock.advance({ hours: 24 * 120 });
      const queue = okOf(await listQueue(world.deps, world.people.officerA, { ...WISH, isOverdue: true }));
      equal(queue.lines.length, 3);
      equal(
        queue.lines.map(({ left }) => left?.isOverdue),
        [true, true, true],
      );
      equal([queue.tiles.overdue.count, queue.tiles.feeOverdue.count], [3, 1]);
    });
  });
});
