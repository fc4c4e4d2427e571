import { describe, test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { lifecycleGrid, parseGrid } from '../../../testing/lifecycle-grid.ts';
import { PERMISSIONS } from '../access/permissions.ts';
import type { PersonId } from '../kernel/ids.ts';
import { refused } from '../kernel/result.ts';
import { MANDATE_STATES } from './mandate.ts';
import {
  MANDATE_LIFECYCLE,
  startsFrom,
  stepMandate,
  type MandateAction,
  type MandateAct,
  type MandateFacts,
} from './mandate-lifecycle.ts';

const ACTS: readonly MandateAct[] = ['mandate.confirm-letter', 'mandate.refuse-letter', 'mandate.revoke'];
const ACTIONS: readonly MandateAction[] = [...ACTS, 'calendar.first-day', 'calendar.end-of-period'];

const [FILER, OFFICER] = ['filer', 'officer'] as readonly string[] as readonly [PersonId, PersonId];
const GOOD: MandateFacts = {
  byPeriod: 'in-force',
  byOperator: true,
  reason: '期間の誤り',
  decider: OFFICER,
  filedBy: FILER,
  filesNotCleared: 0,
};

/** Every state × every action with nothing in the way: where it leads, `.` where it does not start. */
const FREE = `
  from      mandate.confirm-letter  mandate.refuse-letter  mandate.revoke  calendar.first-day  calendar.end-of-period
  pending   in-force                refused                revoked         .                   .
  refused   .                       .                      .               .                   .
  coming    .                       .                      revoked         in-force            .
  in-force  .                       .                      revoked         .                   ended
  ended     .                       .                      .               .                   .
  revoked   .                       .                      .               .                   .`;

/** The same where every rule stands in the way. */
const HINDERED = `
  from      mandate.confirm-letter                         mandate.refuse-letter                                     mandate.revoke        calendar.first-day  calendar.end-of-period
  pending   !decider_did_not_file_letter,letter_is_cleared !decider_did_not_file_letter,refusal_of_letter_has_reason !office_gives_reason  .                   .
  refused   .                                              .                                                         .                     .                   .
  coming    .                                              .                                                         !office_gives_reason  in-force            .
  in-force  .                                              .                                                         !office_gives_reason  .                   ended
  ended     .                                              .                                                         .                     .                   .
  revoked   .                                              .                                                         .                     .                   .`;

describe("the mandate's lifecycle (METI slides, 申請代理)", () => {
  test('is the table written out here', () => {
    const hindered: MandateFacts = { ...GOOD, reason: ' ', decider: FILER, filesNotCleared: 1 };
    for (const [written, facts] of [
      [FREE, GOOD],
      [HINDERED, hindered],
    ] as const) {
      equal(lifecycleGrid(MANDATE_LIFECYCLE, [MANDATE_STATES, ACTIONS], facts), parseGrid(written));
    }
  });

  test('leads a confirmed letter to where its period stands', () => {
    for (const byPeriod of ['coming', 'in-force', 'ended'] as const) {
      equal(stepMandate('pending', 'mandate.confirm-letter', { ...GOOD, byPeriod }), { ok: true, value: byPeriod });
    }
  });

  test('says of each act that does not start why, each reason by its own code', () => {
    const codes = MANDATE_STATES.map((state) => [
      state,
      ...ACTS.map((act) => {
        const next = stepMandate(state, act, GOOD);
        return next.ok ? next.value : next.error.code;
      }),
    ]);
    equal(codes, [
      ['pending', 'in-force', 'refused', 'revoked'],
      ['refused', 'letter_already_decided', 'letter_already_decided', 'mandate_over'],
      ['coming', 'letter_already_decided', 'letter_already_decided', 'revoked'],
      ['in-force', 'letter_already_decided', 'letter_already_decided', 'revoked'],
      ['ended', 'letter_already_decided', 'letter_already_decided', 'mandate_over'],
      ['revoked', 'already_revoked', 'already_revoked', 'already_revoked'],
    ]);
  });

  test('says of each rule that does not hold which it is', () => {
    const why = (act: MandateAct, facts: Partial<MandateFacts>): unknown =>
      stepMandate('pending', act, { ...GOOD, ...facts });
    equal(why('mandate.confirm-letter', { decider: FILER }), refused({ code: 'letter_filed_by_decider' }));
    equal(why('mandate.refuse-letter', { decider: FILER }), refused({ code: 'letter_filed_by_decider' }));
    equal(why('mandate.confirm-letter', { filesNotCleared: 1 }), refused({ code: 'letter_not_cleared' }));
    equal(why('mandate.refuse-letter', { reason: undefined }), refused({ code: 'reason_missing' }));
    equal(why('mandate.revoke', { reason: '' }), refused({ code: 'reason_missing' }));
    equal(why('mandate.revoke', { reason: '', byOperator: false }), { ok: true, value: 'revoked' });
    equal(why('mandate.confirm-letter', { reason: undefined }), { ok: true, value: 'in-force' });
    equal(why('mandate.refuse-letter', { filesNotCleared: 1 }), { ok: true, value: 'refused' });
  });

  test('offers each act only where it starts', () => {
    equal(
      ACTS.map((act) => MANDATE_STATES.filter((state) => startsFrom(state, act))),
      [['pending'], ['pending'], ['pending', 'coming', 'in-force']],
    );
  });

  test('lets nobody but the calendar do what has no row in the access table', () => {
    equal(
      ACTIONS.filter((action) => action in PERMISSIONS),
      ACTS,
    );
  });
});
