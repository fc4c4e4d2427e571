import fc from 'fast-check';
import { describe, test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import { lifecycleGrid, parseGrid } from '../../../testing/lifecycle-grid.ts';
import { PERMISSIONS } from '../access/permissions.ts';
import { step } from '../kernel/lifecycle.ts';
import {
  LABEL_LIFECYCLE,
  LABEL_STATES,
  labelStateOn,
  lastDayOfGrace,
  mayDownloadArtwork,
  nextCalendarChange,
  type LabelAction,
  type LabelFacts,
} from './label-lifecycle.ts';

const ACTIONS: readonly LabelAction[] = ['label.publish', 'calendar.end-of-validity', 'calendar.end-of-grace'];

/** Every state × every action of an unpublished label: where it leads, `.` where it does not start. */
const UNPUBLISHED = `
  from       label.publish  calendar.end-of-validity  calendar.end-of-grace
  scheduled  valid          in_grace                  .
  valid      .              in_grace                  .
  in_grace   in_grace       .                         lapsed
  lapsed     lapsed         .                         .`;

/** The same for a published label: nothing is published twice. */
const PUBLISHED = `
  from       label.publish  calendar.end-of-validity  calendar.end-of-grace
  scheduled  valid          in_grace                  .
  valid      .              in_grace                  .
  in_grace   .              .                         lapsed
  lapsed     .              .                         .`;

describe("the label's lifecycle (DOMAIN §6)", () => {
  test('is the table written out here', () => {
    for (const [written, isPublished] of [
      [UNPUBLISHED, false],
      [PUBLISHED, true],
    ] as const) {
      const rows = [LABEL_STATES, ACTIONS] as const;
      equal(lifecycleGrid(LABEL_LIFECYCLE, rows, { isPublished }), parseGrid(written));
    }
  });

  test('lets a label officer and the system publish; the calendar needs nobody', () => {
    equal(PERMISSIONS['label.publish'], [
      { role: 'label-officer', over: 'any' },
      { role: 'system', over: 'any' },
    ]);
    equal(
      ACTIONS.filter((action) => action in PERMISSIONS),
      ['label.publish'],
    );
  });
});

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const facts = (graceDays: number, isPublished = true, until = '2028-03-31'): LabelFacts => ({
  validity: { from: day('2026-04-01'), until: day(until), graceDays },
  isPublished,
});

/** Days around every boundary, and the state on each: thirty days of grace, none, and under embargo. */
const BOUNDARIES = `
  day         grace-30  grace-0  embargo
  2026-04-01  valid     valid    scheduled
  2028-03-30  valid     valid    scheduled
  2028-03-31  valid     valid    scheduled
  2028-04-01  in_grace  lapsed   in_grace
  2028-04-29  in_grace  lapsed   in_grace
  2028-04-30  in_grace  lapsed   in_grace
  2028-05-01  lapsed    lapsed   lapsed
  2099-12-31  lapsed    lapsed   lapsed`;

describe('the state of a label on a day (DOMAIN §6: the calendar acts without anybody acting)', () => {
  test('is, on each boundary day, the one written out here', () => {
    const variants = { 'grace-30': facts(30), 'grace-0': facts(0), embargo: facts(30, false) };
    for (const [on, states] of Object.entries(parseGrid(BOUNDARIES))) {
      for (const [variant, state] of Object.entries(states)) {
        equal(labelStateOn(variants[variant as keyof typeof variants], day(on)), state, `${variant} on ${on}`);
      }
    }
  });

  test('never changes by the calendar where the label does not expire', () => {
    const endless: LabelFacts = {
      validity: { from: day('2026-04-01'), until: undefined, graceDays: 0 },
      isPublished: true,
    };
    equal(labelStateOn(endless, day('2199-01-01')), 'valid');
    equal(nextCalendarChange(endless, day('2199-01-01')), undefined);
    equal(lastDayOfGrace(endless.validity), undefined);
    equal(labelStateOn({ ...endless, isPublished: false }, day('2199-01-01')), 'scheduled');
  });

  const FACTS = fc.record({
    graceDays: fc.integer({ min: 0, max: 40 }),
    isPublished: fc.boolean(),
    until: fc.option(
      fc.integer({ min: 0, max: 400 }).map((days) => day('2026-04-01').add({ days }).toString()),
      { nil: undefined },
    ),
  });
  const OFFSET = fc.integer({ min: 0, max: 500 }).map((days) => day('2026-04-01').add({ days }));

  test('stays as it is until the next calendar change, and changes on that very day', () => {
    fc.assert(
      fc.property(FACTS, OFFSET, ({ graceDays, isPublished, until }, today) => {
        const label: LabelFacts = {
          ...facts(graceDays, isPublished),
          validity: { ...facts(graceDays).validity, until: until === undefined ? undefined : day(until) },
        };
        const state = labelStateOn(label, today);
        const change = nextCalendarChange(label, today);
        if (change === undefined) return labelStateOn(label, today.add({ years: 100 })) === state;
        return (
          Temporal.PlainDate.compare(today, change) < 0 &&
          labelStateOn(label, change.subtract({ days: 1 })) === state &&
          labelStateOn(label, change) !== state
        );
      }),
    );
  });

  test('is what the calendar rows of the lifecycle lead to, grace passing at once where it has no days', () => {
    fc.assert(
      fc.property(FACTS, OFFSET, ({ graceDays, isPublished }, today) => {
        const label = facts(graceDays, isPublished, '2026-10-01');
        const before = labelStateOn(label, day('2026-10-01'));
        const after = step(LABEL_LIFECYCLE, before, 'calendar.end-of-validity', { isPublished });
        const lapsed = step(LABEL_LIFECYCLE, 'in_grace', 'calendar.end-of-grace', { isPublished });
        const reached = [before, ...(after.ok ? [after.value] : []), ...(lapsed.ok ? [lapsed.value] : [])];
        return reached.includes(labelStateOn(label, today));
      }),
    );
  });
});

test('artwork may be downloaded while new goods may carry it: scheduled or valid, not in grace or lapsed (DOMAIN §6)', () => {
  equal(
    LABEL_STATES.filter((state) => mayDownloadArtwork(state)),
    ['scheduled', 'valid'],
  );
});
