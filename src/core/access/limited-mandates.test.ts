import { describe, test } from 'node:test';
import { equal } from '../../../testing/equal.ts';
import type { CaseId, MandateId, OrganisationId, PersonId } from '../kernel/ids.ts';
import type { Actor, HeldMandate, PersonActor } from './actor.ts';
import { authorize, type Subject } from './authorize.ts';
import { havingOpened, mandatesToWiden } from './held-mandates.ts';

type Parties = readonly [OrganisationId, OrganisationId, OrganisationId];
const [OWN, MANDATOR, FOREIGN] = ['own', 'mandator', 'foreign'] as unknown as Parties;
const MANDATE: HeldMandate = { id: 'm' as MandateId, vendor: MANDATOR, applications: undefined, allowsNew: true };
const AGENT: PersonActor = {
  kind: 'person',
  person: 'someone' as PersonId,
  organisation: OWN,
  roles: ['agent'],
  mandates: [MANDATE],
};

describe('a mandate limited to some applications', () => {
  const [named, other] = ['named', 'other'] as unknown as readonly [CaseId, CaseId];
  const agentWith = (...mandates: readonly Partial<HeldMandate>[]): Actor => ({
    ...AGENT,
    mandates: mandates.map((limits) => ({ ...MANDATE, ...limits })),
  });
  const may = (agent: Actor, application: CaseId | undefined, owner = MANDATOR): boolean =>
    authorize(agent, application === undefined ? 'case.open' : 'case.edit', { owner, application }).ok;
  const reached = (agent: Actor): readonly boolean[] => [named, other, undefined].map((one) => may(agent, one));

  test('reaches those and no others, and new ones only where it allows them', () => {
    equal(reached(agentWith({ applications: [named], allowsNew: false })), [true, false, false]);
    equal(reached(agentWith({ applications: [named], allowsNew: true })), [true, false, true]);
    equal(reached(agentWith({ applications: [], allowsNew: true })), [false, false, true]);
    equal(reached(agentWith({ applications: undefined, allowsNew: true })), [true, true, true]);
  });

  test('never lends its applications to another vendor, nor two mandates to each other', () => {
    const two = agentWith(
      { applications: [named], allowsNew: false },
      { vendor: FOREIGN, applications: [other], allowsNew: true },
    );
    equal([may(two, named), may(two, other, FOREIGN), may(two, undefined, FOREIGN)], [true, true, true]);
    equal([may(two, named, FOREIGN), may(two, other), may(two, undefined)], [false, false, false]);
  });

  test('tells of an application it does not cover as of a missing one', () => {
    const at = (subject?: Subject) => authorize(agentWith({ applications: [named] }), 'case.read', subject);
    equal(at({ owner: MANDATOR, application: other }), at());
  });

  test('covers what was opened under it from then on, and only where it allows new ones', () => {
    const opened = (agent: Actor): readonly boolean[] => reached(havingOpened(agent, MANDATOR, other));
    equal(opened(agentWith({ applications: [named], allowsNew: true })), [true, true, true]);
    equal(opened(agentWith({ applications: [named], allowsNew: false })), [true, false, false]);
    equal(opened(agentWith({ vendor: FOREIGN, applications: [], allowsNew: true })), [false, false, false]);
    equal(mandatesToWiden(agentWith({ applications: [named] }, { applications: undefined }), MANDATOR), []);
  });
});
