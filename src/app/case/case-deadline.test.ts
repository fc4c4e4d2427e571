import assert from 'node:assert/strict';
import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { secondScheme } from '../../../testing/schemes.ts';
import { schemeFaults } from '../../core/scheme/scheme-faults.ts';
import { CLOCK_IDS } from '../../core/scheme/scheme.ts';
import { deadline } from './case-deadline.ts';

const DEPS = { workingDays: { isWorkingDay: ({ dayOfWeek }: Temporal.PlainDate) => dayOfWeek < 6 } };
const DAY = Temporal.PlainDate.from('2026-04-01');

test('a scheme without one of its clocks is refused when it is read, and gives no deadline all the same', () => {
  for (const clock of CLOCK_IDS) {
    const scheme = { ...secondScheme, clocks: secondScheme.clocks.filter(({ id }) => id !== clock) };
    equal(schemeFaults(scheme), [{ code: 'missing_entry', path: ['clocks'], params: { value: clock } }]);
    assert.throws(() => deadline(DEPS, scheme, clock, DAY), new RegExp(`no clock ${clock}`));
    assert.ok(Temporal.PlainDate.compare(deadline(DEPS, secondScheme, clock, DAY), DAY) > 0);
  }
});
