import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aWorld, okOf, SYSTEM, type World } from '../../../testing/builders/world.ts';
import { joinOrganisation } from '../../../testing/builders/join-organisation.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import { SESSION_ENDS, SIGN_IN_METHODS } from '../../core/access/session.ts';
import { ATTEMPT_KINDS } from '../../core/access/attempt-limits.ts';
import type { OrganisationId, SessionId } from '../../core/kernel/ids.ts';
import { refused } from '../../core/kernel/result.ts';
import { registerPerson } from '../parties/register-person.ts';
import { revokeMandate } from '../parties/revoke-mandate.ts';
import { chooseOrganisation } from './choose-organisation.ts';
import { endOtherSessions, endSession } from './end-session.ts';
import { findSession, type FoundSession } from './find-session.ts';
import { listPlayablePeople } from './list-playable-people.ts';
import { listSessions } from './list-sessions.ts';
import { signInForDemonstration } from './sign-in-for-demonstration.ts';
import { takeAttempt } from './take-attempt.ts';

async function signIn({ deps }: World, name: string, replacing?: string): Promise<string> {
  const played = { mail: `${name.toLowerCase()}@example.jp`, userAgent: 'Browser/1', replacing };
  return okOf(await signInForDemonstration(deps, played)).token;
}

const found = async ({ deps }: World, token: string): Promise<FoundSession> => okOf(await findSession(deps, token));

async function codeOf({ deps }: World, token: string): Promise<string> {
  const session = await findSession(deps, token);
  return session.ok ? 'live' : session.error.code;
}

describe('a session', () => {
  eachDatabase((_kind, open) => {
    test('stands for the person, their one organisation, and the roles and mandates of this moment', async () => {
      const world = await aWorld(await open());
      const session = await found(world, await signIn(world, 'agent'));
      equal(session.actor, world.people.agent);
      equal([session.person.name, session.organisation?.name, session.isFresh], ['agent', '代理商事株式会社', false]);
      const revoke = { id: world.mandate, reason: '終了' };
      const token = await signIn(world, 'agent');
      okOf(await revokeMandate(world.deps, world.people.signatory, revoke));
      equal((await found(world, token)).actor.mandates, []);
    });

    test('is kept as a hash: nobody can sign in with what the database holds (ASVS 5.0, 7.2.3)', async () => {
      const world = await aWorld(await open());
      const token = await signIn(world, 'editor');
      const { rows } = await world.deps.db.pool.query<{ row: string }>('select s::text as row from sessions s');
      const [stored = ''] = rows.map(({ row }) => row);
      assert.ok(!stored.includes(token));
      const hash = /[0-9a-f]{64}/.exec(stored)?.[0] ?? '';
      for (const stolen of [hash, '', 'x', `${token}x`, token.slice(0, -1)]) {
        equal(await codeOf(world, stolen), 'no_session');
      }
    });

    test('is over when it was idle or its time is up, and stays over', async () => {
      const world = await aWorld(await open());
      const [staff, vendor] = [await signIn(world, 'officerA'), await signIn(world, 'editor')];
      world.clock.advance({ minutes: 29 });
      equal([await codeOf(world, staff), await codeOf(world, vendor)], ['live', 'live']);
      world.clock.advance({ minutes: 30 });
      equal([await codeOf(world, staff), await codeOf(world, vendor)], ['session_idle', 'live']);
      for (let hour = 0; hour < 23; hour += 1) {
        world.clock.advance({ hours: 1 });
        equal(await codeOf(world, vendor), 'live', `hour ${hour}`);
      }
      world.clock.advance({ minutes: 1 });
      equal([await codeOf(world, staff), await codeOf(world, vendor)], ['session_expired', 'session_expired']);
    });

    test('that is in use is recorded once a minute, not with each page', async () => {
      const world = await aWorld(await open());
      const token = await signIn(world, 'editor');
      const seen = async (): Promise<string> => {
        const { rows } = await world.deps.db.pool.query<{ at: Temporal.Instant }>('select seen_at as at from sessions');
        return String(rows[0]?.at);
      };
      const first = await seen();
      world.clock.advance({ seconds: 59 });
      await found(world, token);
      equal(await seen(), first);
      world.clock.advance({ seconds: 1 });
      await found(world, token);
      equal(await seen(), '2026-04-01T01:01:00Z');
    });

    test('ends the one the browser had before: none can be planted (ASVS 5.0, 7.2.4)', async () => {
      const world = await aWorld(await open());
      const planted = await signIn(world, 'stranger');
      const token = await signIn(world, 'editor', planted);
      equal([await codeOf(world, planted), await codeOf(world, token)], ['session_ended', 'live']);
      assert.notEqual(token, planted);
    });

    test('opens nothing from the moment its person holds no role any more (ASVS 5.0, 7.4.2)', async () => {
      const world = await aWorld(await open());
      const token = await signIn(world, 'editor');
      await world.deps.db.pool.query('delete from memberships where person = $1', [world.people.editor.person]);
      equal(await codeOf(world, token), 'no_session');
      const again = await signInForDemonstration(world.deps, { mail: 'editor@example.jp', userAgent: '' });
      equal(again, refused({ code: 'no_role' }));
    });

    test('begins without an organisation for who belongs to several: nothing is guessed, and nothing can be done', async () => {
      const world = await aWorld(await open());
      const { deps, organisations } = world;
      await joinOrganisation(deps.db, world.people.editor.person, organisations.otherVendor, 'vendor-signatory');
      const token = await signIn(world, 'editor');
      const before = await found(world, token);
      equal([before.organisation, before.actor.roles, before.belongings.length], [undefined, [], 2]);
      for (const foreign of [organisations.agent, '00000000-0000-7000-8000-00000000ffff' as OrganisationId]) {
        await refusedWithoutTrace(deps.db, () => chooseOrganisation(deps, before, foreign), {
          code: 'no_such_subject',
        });
      }
      okOf(await chooseOrganisation(deps, before, organisations.otherVendor));
      const { actor } = await found(world, token);
      equal([actor.organisation, actor.roles], [organisations.otherVendor, ['vendor-signatory']]);
    });

    test('is listed to its person and ended from another one of theirs, and is nothing to anybody else', async () => {
      const world = await aWorld(await open());
      const { deps } = world;
      const [here, there, third] = [
        await signIn(world, 'editor'),
        await signIn(world, 'editor'),
        await signIn(world, 'editor'),
      ];
      const [mine, other] = [await found(world, here), await found(world, there)];
      const stranger = await found(world, await signIn(world, 'signatory'));
      const missing = '00000000-0000-7000-8000-00000000ffff' as SessionId;
      for (const id of [mine.id, missing]) {
        await refusedWithoutTrace(deps.db, () => endSession(deps, stranger, id), { code: 'no_such_subject' });
      }
      equal(
        okOf(await listSessions(deps, mine))
          .filter(({ isThis }) => isThis)
          .map(({ id }) => id),
        [mine.id],
      );
      okOf(await endSession(deps, mine, other.id));
      okOf(await endSession(deps, mine, other.id));
      equal([await codeOf(world, here), await codeOf(world, there)], ['live', 'session_ended']);
      equal(okOf(await listSessions(deps, mine)).length, 2);
      equal(okOf(await endOtherSessions(deps, mine)), 1);
      equal([await codeOf(world, here), await codeOf(world, third)], ['live', 'session_ended']);
      okOf(await endSession(deps, mine, mine.id));
      equal(await codeOf(world, here), 'session_ended');
      equal(okOf(await listSessions(deps, stranger)).length, 1);
    });

    test('leaves a trace of its beginning and end, once each', async () => {
      const world = await aWorld(await open());
      const session = await found(world, await signIn(world, 'officerA'));
      okOf(await endSession(world.deps, session, session.id));
      const { rows } = await world.deps.db.pool.query<{ act: string; person: string; detail: unknown }>(
        `select act, actor_person as person, detail from events where subject_kind = 'session' order by id`,
      );
      const person = world.people.officerA.person;
      equal(rows, [
        { act: 'session.start', person, detail: { method: 'demonstration' } },
        { act: 'session.end', person, detail: { by: 'signed_out' } },
      ]);
    });

    test('keeps of the browser what it says in two hundred characters, without controls', async () => {
      const world = await aWorld(await open());
      const userAgent = `\u0000\n${'あ'.repeat(199)}😀😀`;
      const { token } = okOf(await signInForDemonstration(world.deps, { mail: 'editor@example.jp', userAgent }));
      const [session] = okOf(await listSessions(world.deps, await found(world, token)));
      equal(session?.userAgent, `${'あ'.repeat(199)}\ufffd`);
    });
  });
});

describe('what may be tried only so often', () => {
  eachDatabase((_kind, open) => {
    test('is refused with the time to wait, by network, also in another process, and begins anew after the time', async () => {
      const world = await aWorld(await open());
      const { deps, clock } = world;
      const tries = async (count: number, key: string): Promise<readonly string[]> => {
        const codes: string[] = [];
        for (let time = 0; time < count; time += 1) {
          const taken = await takeAttempt(deps, 'recovery_by_account', key);
          codes.push(taken.ok ? 'ok' : `wait ${taken.error.seconds}`);
        }
        return codes;
      };
      equal(await tries(6, 'a'), ['ok', 'ok', 'ok', 'ok', 'ok', 'wait 3600']);
      clock.advance({ minutes: 59 });
      equal([...(await tries(1, 'a')), ...(await tries(1, 'b'))], ['wait 60', 'ok']);
      clock.advance({ minutes: 1 });
      equal(await tries(1, 'a'), ['ok']);
    });

    test('is counted exactly when tried at the same time, and names nobody in the database', async () => {
      const world = await aWorld(await open());
      const taken = await Promise.all(
        Array.from({ length: 9 }, () => takeAttempt(world.deps, 'recovery_by_account', '198.51.100.7')),
      );
      equal(taken.filter(({ ok }) => ok).length, 5);
      const { rows } = await world.deps.db.pool.query<{ row: string }>('select a::text as row from attempts a');
      assert.ok(rows.every(({ row }) => !row.includes('198.51.100.7')));
    });
  });
});

describe('the people of the demonstration', () => {
  eachDatabase((_kind, open) => {
    test('are listed once for each organisation, with all their roles there', async () => {
      const world = await aWorld(await open());
      const both = { name: '両方', mail: 'both@example.jp', organisation: world.organisations.vendor };
      okOf(await registerPerson(world.deps, SYSTEM, { ...both, roles: ['vendor-editor', 'vendor-signatory'] }));
      const people = await listPlayablePeople(world.deps);
      equal(
        people.filter(({ mail }) => mail === both.mail).map(({ roles }) => roles),
        [['vendor-editor', 'vendor-signatory']],
      );
    });

    test('the database knows the same methods, ends and attempts as the core', async () => {
      const { pool } = await open();
      const { rows } = await pool.query<{ checked: string }>(
        `select pg_get_constraintdef(oid) as checked from pg_constraint
         where contype = 'c' and conrelid in ('sessions'::regclass, 'attempts'::regclass)`,
      );
      const listed = rows.map(({ checked }) => [...checked.matchAll(/'(\w+)'::text/g)].map(([, word]) => word));
      for (const words of [SIGN_IN_METHODS, SESSION_ENDS, ATTEMPT_KINDS]) {
        assert.ok(
          listed.some((found) => found.join() === words.join()),
          words.join(),
        );
      }
    });
  });
});
