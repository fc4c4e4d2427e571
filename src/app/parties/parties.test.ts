import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { aWorld, okOf, SYSTEM, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import { PUBLIC, type Actor, type Role } from '../../core/access/actor.ts';
import type { MandateId, OrganisationId } from '../../core/kernel/ids.ts';
import { refused } from '../../core/kernel/result.ts';
import { findOrganisation } from '../../db/organisations.ts';
import { openCase } from '../case/open-case.ts';
import { findActor } from './find-actor.ts';
import { giveMandate } from './give-mandate.ts';
import { listRegisteredPeople } from './list-registered-people.ts';
import { registerOrganisation } from './register-organisation.ts';
import { registerPerson } from './register-person.ts';
import { revokeMandate } from './revoke-mandate.ts';

const MAKER = {
  kind: 'vendor',
  name: '髙島 﨑電機', // forms that NFKC would replace
  nameEn: '',
  corporateNumber: undefined,
  address: '',
  addressEn: '',
} as const;

describe('registering parties (DOMAIN §3)', () => {
  eachDatabase((_kind, open) => {
    let world: World;
    before(async () => {
      world = await aWorld(await open());
    });

    test('keeps the name of an organisation exactly as typed; a foreign maker has no corporate number', async () => {
      const { deps, people } = world;
      const id = okOf(await registerOrganisation(deps, people.administrator, MAKER));
      equal(await findOrganisation(deps.db.kysely, id), { ...MAKER, id });
      okOf(await registerOrganisation(deps, people.administrator, MAKER));
    });

    test('gives a corporate number to one organisation, also when two ask at once', async () => {
      const { deps, people } = world;
      const numbered = { ...MAKER, corporateNumber: '1000012090001' };
      const both = await Promise.all([1, 2].map(() => registerOrganisation(deps, people.administrator, numbered)));
      equal(both.filter(({ ok }) => ok).length, 1);
      const attempt = () => registerOrganisation(deps, people.administrator, numbered);
      await refusedWithoutTrace(deps.db, attempt, {
        code: 'corporate_number_taken',
        corporateNumber: '1000012090001',
      });
    });

    test('is for administrators and the system', async () => {
      const { deps, people, organisations } = world;
      const person = {
        name: '新人',
        mail: 'new@example.jp',
        organisation: organisations.vendor,
        roles: ['vendor-editor'] as const,
      };
      for (const actor of [people.signatory, people.officerA, people.stranger, PUBLIC]) {
        for (const [act, attempt] of [
          ['organisation.register', () => registerOrganisation(deps, actor, MAKER)],
          ['person.register', () => registerPerson(deps, actor, { ...person, roles: ['vendor-editor'] })],
        ] as const) {
          const refusal = { code: 'not_permitted', act, roles: ['administrator', 'system'] };
          await refusedWithoutTrace(deps.db, attempt, refusal);
        }
        const roles = ['administrator', 'system'];
        equal(await listRegisteredPeople(deps, actor), refused({ code: 'not_permitted', act: 'person.list', roles }));
      }
      const listed = okOf(await listRegisteredPeople(deps, people.administrator));
      assert.ok(listed.some(({ mail, role }) => mail === 'editor@example.jp' && role === 'vendor-editor'));
    });

    test('gives a person roles that exist in their organisation, and no others', async () => {
      const { deps, people, organisations } = world;
      const register = (organisation: OrganisationId, ...roles: [Role, ...Role[]]) =>
        registerPerson(deps, people.administrator, { name: '新人', mail: 'Fresh@Example.JP ', organisation, roles });
      for (const [at, role] of [
        [organisations.vendor, 'label-officer'],
        [organisations.operator, 'vendor-signatory'],
        [organisations.agent, 'vendor-editor'],
      ] as const) {
        await refusedWithoutTrace(deps.db, () => register(at, role), { code: 'role_not_of_organisation', role });
      }
      const missing = '00000000-0000-7000-8000-00000000ffff' as OrganisationId;
      await refusedWithoutTrace(deps.db, () => register(missing, 'agent'), { code: 'no_such_subject' });
      okOf(await register(organisations.vendor, 'vendor-editor', 'vendor-signatory'));
      equal((await findActor(deps, 'FRESH@example.jp'))?.roles, ['vendor-editor', 'vendor-signatory']);
      await refusedWithoutTrace(deps.db, () => register(organisations.vendor, 'vendor-editor'), {
        code: 'mail_taken',
        mail: 'fresh@example.jp',
      });
    });

    test('finds no actor for somebody unknown, or in an organisation they have no role in', async () => {
      const { deps, organisations } = world;
      equal(await findActor(deps, 'nobody@example.jp'), undefined);
      equal(await findActor(deps, 'editor@example.jp', organisations.agent), undefined);
    });
  });
});

describe('a mandate (METI slides, 申請代理)', () => {
  eachDatabase((_kind, open) => {
    test('lets the agent act from its first day to its last, and not before or after', async () => {
      const world = await aWorld(await open());
      const { deps, clock, people, organisations } = world;
      okOf(await revokeMandate(deps, people.signatory, { id: world.mandate, reason: '作り直し' }));
      const from = Temporal.PlainDate.from('2026-04-10');
      const until = Temporal.PlainDate.from('2026-04-20');
      okOf(
        await giveMandate(deps, people.signatory, {
          vendor: organisations.vendor,
          agent: organisations.agent,
          from,
          until,
        }),
      );
      const opens = async (moment: string): Promise<boolean> => {
        clock.set(moment);
        const agent = await findActor(deps, 'agent@example.jp');
        if (agent === undefined) return false;
        return (await openCase(deps, agent, { vendor: organisations.vendor, level: 's1' })).ok;
      };
      equal(await opens('2026-04-09T14:59:59Z'), false);
      equal(await opens('2026-04-09T15:00:00Z'), true);
      equal(await opens('2026-04-20T14:59:59Z'), true);
      equal(await opens('2026-04-20T15:00:00Z'), false);
    });

    test('is given by the signatory of the vendor, to an agent, for a period that does not end before it begins', async () => {
      const world = await aWorld(await open());
      const { deps, people, organisations } = world;
      const { vendor, agent, otherVendor } = organisations;
      const from = world.today();
      const give = (by: keyof World['people'], change: object) => () =>
        giveMandate(deps, people[by], { vendor, agent, from, ...change });
      const notPermitted = { code: 'not_permitted', act: 'mandate.give', roles: ['vendor-signatory'] };
      for (const [by, change, refusal] of [
        ['editor', {}, notPermitted],
        ['officerA', {}, notPermitted],
        ['stranger', {}, { code: 'no_such_subject' }],
        ['signatory', { vendor: otherVendor }, { code: 'no_such_subject' }],
        ['signatory', { agent: otherVendor }, { code: 'not_an_agent' }],
        ['signatory', { until: from.subtract({ days: 1 }) }, { code: 'period_ends_before_it_begins' }],
      ] as const) {
        await refusedWithoutTrace(deps.db, give(by, change), refusal);
      }
      await refusedWithoutTrace(deps.db, give('stranger', { vendor: otherVendor, id: world.mandate }), {
        code: 'no_such_subject',
      });
    });

    test('ends at once when revoked, by its vendor or a label officer, once', async () => {
      const world = await aWorld(await open());
      const { deps, people } = world;
      const revoke =
        (by: keyof World['people'], id: MandateId = world.mandate) =>
        () =>
          revokeMandate(deps, people[by], { id, reason: '契約の終了' });
      const missing = '00000000-0000-7000-8000-00000000ffff' as MandateId;
      await refusedWithoutTrace(deps.db, revoke('stranger'), { code: 'no_such_subject' });
      await refusedWithoutTrace(deps.db, revoke('signatory', missing), { code: 'no_such_subject' });
      await refusedWithoutTrace(deps.db, revoke('agent'), {
        code: 'not_permitted',
        act: 'mandate.revoke',
        roles: ['vendor-signatory', 'label-officer'],
      });
      equal(okOf(await revoke('officerA')()), true);
      await refusedWithoutTrace(deps.db, revoke('signatory'), { code: 'already_revoked' });
      equal((await findActor(deps, 'agent@example.jp'))?.mandates, []);
      equal(okOf(await registerOrganisation(deps, SYSTEM, MAKER)).length, 36);
    });

    test('cannot be revoked any more once its last day is over', async () => {
      const { deps, clock, people, organisations, today } = await aWorld(await open());
      const terms = { vendor: organisations.vendor, agent: organisations.agent, from: today(), until: today() };
      const id = okOf(await giveMandate(deps, people.signatory, terms));
      clock.set(deps.clock.now().add({ hours: 48 }).toString());
      const revoke = (by: Actor) => () => revokeMandate(deps, by, { id, reason: '契約の終了' });
      for (const by of [people.signatory, people.officerA]) {
        await refusedWithoutTrace(deps.db, revoke(by), { code: 'mandate_over' });
      }
    });
  });
});
