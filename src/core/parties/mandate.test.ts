import { test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import type { CaseId, OrganisationId } from '../kernel/ids.ts';
import { coversNothing, mandateHolds, mandateState, type Mandate } from './mandate.ts';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const MANDATE: Mandate = {
  vendor: 'vendor' as OrganisationId,
  agent: 'agent' as OrganisationId,
  from: day('2026-04-01'),
  until: day('2026-09-30'),
  revoked: false,
  letter: 'none',
  applications: undefined,
  allowsNew: true,
};

test('a mandate holds from its first to its last day, both counted (METI slides, 申請代理)', () => {
  const held = ['2026-03-31', '2026-04-01', '2026-09-30', '2026-10-01'].map((on) => mandateHolds(MANDATE, day(on)));
  equal(held, [false, true, true, false]);
});

test('a mandate without a last day holds until it is revoked', () => {
  const open = { ...MANDATE, until: undefined };
  equal(mandateHolds(open, day('2099-12-31')), true);
  equal(mandateHolds({ ...open, revoked: true }, day('2026-04-01')), false);
});

test('a revoked mandate ends at once, whatever its last day', () => {
  equal(mandateHolds({ ...MANDATE, revoked: true }, day('2026-05-01')), false);
});

test('a mandate that rests on a letter holds only once staff confirmed the letter', () => {
  const states = (['none', 'awaited', 'confirmed', 'refused'] as const).map((letter) => {
    const mandate = { ...MANDATE, letter };
    return [mandateState(mandate, day('2026-05-01')), mandateHolds(mandate, day('2026-05-01'))];
  });
  equal(states, [
    ['in-force', true],
    ['pending', false],
    ['in-force', true],
    ['refused', false],
  ]);
  equal(mandateState({ ...MANDATE, letter: 'awaited', revoked: true }, day('2026-05-01')), 'revoked');
});

test('a mandate limited to no application at all covers something only where new ones are allowed', () => {
  const one = 'one' as CaseId;
  const scopes = [undefined, [], [one]].flatMap((applications) =>
    [true, false].map((allowsNew) => coversNothing({ applications, allowsNew })),
  );
  equal(scopes, [false, false, false, true, false, false]);
});
