import { before, describe, test } from 'node:test';
import { aReturnedCase, aSubmittedCase, submitted } from '../../../testing/builders/cases.ts';
import { aWorld, okOf, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { japaneseScheme } from '../../../testing/schemes.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import { findCase as findRow } from '../../db/cases.ts';
import { acceptCase } from './accept-case.ts';
import { declineCase } from './decline-case.ts';
import { findCase } from './find-case.ts';
import { returnCase } from './return-case.ts';

describe('the format check (DOMAIN §5.7, §5.8)', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    before(async () => {
      world = await aWorld(await open());
    });

    test('returns items with remarks the applicant reads, and starts the clock of the answer', async () => {
      const { deps, people } = world;
      const { id } = await aSubmittedCase(world);
      const items = [
        { item: 'support', remark: '終わりの日を確かめてください。' },
        { item: 'determination:S1.1-03', remark: '証拠が読めません。' },
        { item: 'support', remark: '種類も確かめてください。' },
      ];
      equal(okOf(await returnCase(deps, people.officerA, { id, items })), {
        dueOn: Temporal.PlainDate.from('2026-05-31'),
      });
      const found = okOf(await findCase(deps, people.editor, id));
      equal(found.row.state, 'returned');
      equal(
        found.returned.map(({ item, remark }) => [item, remark]),
        [
          ['determination:S1.1-03', '証拠が読めません。'],
          ['support', '終わりの日を確かめてください。\n種類も確かめてください。'],
        ],
      );
    });

    test('does not return nothing, nor an item without a remark, nor one the form does not have', async () => {
      const { deps, people } = world;
      const { id } = await aSubmittedCase(world);
      const unmet = (rule: string) => ({
        code: 'rules_unmet',
        action: 'case.return',
        unmet: [{ rule, clause: 'DOMAIN §5.7' }],
      });
      for (const [items, refusal] of [
        [[], unmet('some_item_is_returned')],
        [[{ item: 'support', remark: '　' }], unmet('returned_items_have_remarks')],
        [[{ item: 'supports', remark: '?' }], { code: 'unknown_item', item: 'supports' }],
        [[{ item: 'determination:S1.1-99', remark: '?' }], { code: 'unknown_item', item: 'determination:S1.1-99' }],
      ] as const) {
        await refusedWithoutTrace(deps.db, () => returnCase(deps, people.officerA, { id, items }), refusal);
      }
    });

    test('of a resubmission opens only what it returns itself, not what an earlier one did', async () => {
      const { deps, people } = world;
      const { id } = await aReturnedCase(world, [{ item: 'product', remark: '?' }]);
      await submitted(world, id);
      okOf(await returnCase(deps, people.officerB, { id, items: [{ item: 'vendor', remark: '?' }] }));
      const { returned } = okOf(await findCase(deps, people.editor, id));
      equal(
        returned.map(({ item }) => item),
        ['vendor'],
      );
    });

    test('declines for good only with a reason, which stays with the case', async () => {
      const { deps, people } = world;
      const { id } = await aSubmittedCase(world);
      await refusedWithoutTrace(deps.db, () => declineCase(deps, people.officerA, { id, reason: '\n' }), {
        code: 'rules_unmet',
        action: 'case.decline',
        unmet: [{ rule: 'reason_is_given', clause: 'DOMAIN §5' }],
      });
      equal(okOf(await declineCase(deps, people.officerA, { id, reason: '対象外の製品です。' })), 'not_accepted');
      const row = await findRow(deps.db.kysely, id);
      equal([row?.state, row?.ended_reason, row?.due_on], ['not_accepted', '対象外の製品です。', null]);
    });

    test('accepts with an acceptance number and the fee of the day of first receipt, due in thirty days', async () => {
      const { deps, people } = world;
      const { id } = await aSubmittedCase(world);
      const { acceptanceNumber, fee, dueOn } = okOf(await acceptCase(deps, people.officerA, { id }));
      equal(acceptanceNumber.slice(0, 5), 'R-26-');
      equal(fee, { rule: 's1-ordinary', amount: 198_000, tax: 18_000, currency: 'JPY' });
      equal(String(dueOn), '2026-05-01');
      const found = okOf(await findCase(deps, people.editor, id));
      equal(
        [found.row.state, found.row.acceptance_number, String(found.row.due_on)],
        ['accepted', acceptanceNumber, '2026-05-01'],
      );
      equal([found.fee?.rule, found.fee?.amount, found.fee?.paid_on], ['s1-ordinary', 198_000, null]);
    });

    test('charges what held on the day of first receipt, also when acceptance comes after the fee has changed', async () => {
      const autumn = await aWorld(await open(), { at: '2025-09-30T14:59:59Z' });
      const { id } = await aReturnedCase(autumn);
      autumn.clock.set('2025-10-02T01:00:00Z');
      await submitted(autumn, id);
      const { fee } = okOf(await acceptCase(autumn.deps, autumn.people.officerA, { id }));
      equal(fee.amount, 110_000);
      const late = await aSubmittedCase(autumn);
      equal(okOf(await acceptCase(autumn.deps, autumn.people.officerA, { id: late.id })).fee.amount, 198_000);
    });

    test('does not accept where the scheme sets no fee for the day', async () => {
      const free = await aWorld(await open(), { scheme: { ...japaneseScheme, fees: [] } });
      const { id } = await aSubmittedCase(free);
      const attempt = () => acceptCase(free.deps, free.people.officerA, { id });
      await refusedWithoutTrace(free.deps.db, attempt, { code: 'no_fee_rule', level: 's1' });
    });

    test('by two officers at once accepts once: one number, one fee', async () => {
      const { deps, people } = world;
      const { id } = await aSubmittedCase(world);
      const both = await Promise.all([people.officerA, people.officerB].map((by) => acceptCase(deps, by, { id })));
      equal(both.map((one) => (one.ok ? 'accepted' : one.error.code)).sort(), ['accepted', 'wrong_state']);
    });
  });
});
