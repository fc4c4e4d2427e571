import { describe, test } from 'node:test';
import { aPaidCase } from '../../testing/builders/cases.ts';
import { aWorld, okOf } from '../../testing/builders/world.ts';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import type { Proposal } from '../app/case/propose-decision.ts';
import type { PersonContext } from './command.ts';
import { decideCase } from './decide-case.ts';

const LAST_DAY = Temporal.PlainDate.from('2026-12-31');

describe('the same command given by two officers (DOMAIN §5.10)', () => {
  eachDatabase((_kind, open) => {
    test('proposes, then confirms, but never another last day than the one proposed', async () => {
      const world = await aWorld(await open());
      const { deps, people } = world;
      const { id } = await aPaidCase(world);
      const decide = (actor: PersonContext['actor'], wanted: Partial<Proposal> = {}) =>
        decideCase({ deps, actor }, { id, outcome: 'grant', ...wanted });
      const shortened = { validUntil: LAST_DAY, reason: '試験の対象' };
      equal(okOf(await decide(people.officerB, shortened)), { step: 'proposed', outcome: 'grant' });
      const otherwise = await decide(people.officerC, { ...shortened, validUntil: LAST_DAY.add({ days: 1 }) });
      equal(otherwise.ok, false);
      equal(otherwise.ok ? undefined : otherwise.error.code, 'rules_unmet');
      equal(okOf(await decide(people.officerC, shortened)).step, 'decided');
    });
  });
});
