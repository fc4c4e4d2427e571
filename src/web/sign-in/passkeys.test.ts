import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { okOf, SYSTEM, type PersonName } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { challenge, enrol, send, settled, signIn, tokenIn } from '../../../testing/passkey-visits.ts';
import { wordsOf } from '../../../testing/public-site.ts';
import { SoftAuthenticator, type Slips } from '../../../testing/soft-authenticator.ts';
import { aWorkspaceSite, type Visitor } from '../../../testing/workspace-site.ts';
import { invitePerson } from '../../app/access/invite-person.ts';

describe('an invitation', () => {
  eachDatabase((_kind, database) => {
    test('lets in once, to set up sign-in and nothing else, until there is a way back after a loss', async () => {
      const site = await aWorkspaceSite(await database());
      const { link } = okOf(await invitePerson(site.world.deps, SYSTEM, { mail: 'officera@example.jp' }));
      const secret = link.split('/').at(-1) ?? '';
      const page = await (await site.ask(`/sign-in/invitation/${secret}`)).text();
      assert.ok(page.includes(`value="${secret}"`) && !page.includes(`href="/en/sign-in/invitation`));
      let visitor = site.visitor(tokenIn(await send(site, '/sign-in/invitation', { secret })));
      equal((await send(site, '/sign-in/invitation', { secret })).status, 403);
      const first = async (): Promise<string | null> => (await visitor.get('/workspace')).headers.get('location');
      equal(await first(), '/workspace/account?to=%2Fworkspace');
      visitor = site.visitor(tokenIn(await enrol(site, visitor, new SoftAuthenticator())));
      equal(await first(), '/workspace/account?to=%2Fworkspace');
      const codes = await (await visitor.post('/workspace/account/recovery-codes')).text();
      equal([...codes.matchAll(/<code translate="no">[0-9A-Z]{4}(-[0-9A-Z]{4}){5}<\/code>/g)].length, 10);
      equal(await first(), null);
      assert.match(await (await visitor.get('/workspace')).text(), /ラベル担当官/);
    });

    test('ends after 72 hours, when a newer one is made, and when its person leaves', async () => {
      const site = await aWorkspaceSite(await database());
      const { deps, clock, people } = site.world;
      const make = async (): Promise<string> =>
        okOf(await invitePerson(deps, SYSTEM, { mail: 'officera@example.jp' }))
          .link.split('/')
          .at(-1) ?? '';
      const old = await make();
      const late = await make();
      equal((await send(site, '/sign-in/invitation', { secret: old })).status, 403);
      clock.advance({ hours: 72 });
      equal((await send(site, '/sign-in/invitation', { secret: late })).status, 403);
      const gone = await make();
      await deps.db.pool.query('delete from memberships where person = $1', [people.officerA.person]);
      equal((await send(site, '/sign-in/invitation', { secret: gone })).status, 403);
      equal((await send(site, '/sign-in/invitation', { secret: 'A'.repeat(43) })).status, 403);
    });

    test('is made by administrators for others, and never for who has a passkey: it would make them that person', async () => {
      const site = await aWorkspaceSite(await database());
      const { deps, people } = site.world;
      const refusal = async (by: PersonName, mail: string): Promise<string> => {
        const made = await invitePerson(deps, people[by], { mail });
        return made.ok ? 'made' : made.error.code;
      };
      equal(await refusal('officerB', 'officera@example.jp'), 'not_permitted');
      equal(await refusal('administrator', ' OfficerA@Example.jp '), 'made');
      equal(await refusal('administrator', 'nobody@example.jp'), 'nobody_to_invite');
      await settled(site, 'officerA');
      equal(await refusal('administrator', 'officera@example.jp'), 'already_enrolled');
      okOf(await invitePerson(deps, SYSTEM, { mail: 'officera@example.jp' }));
    });
  });
});

describe('a passkey', () => {
  eachDatabase((_kind, database) => {
    test('signs its person in without anything typed', async () => {
      const site = await aWorkspaceSite(await database());
      const { keys } = await settled(site, 'officerA');
      for (const key of keys) {
        const answer = await signIn(site, key);
        equal([answer.status, answer.headers.get('location')], [303, '/workspace']);
        assert.match(await (await site.visitor(tokenIn(answer)).get('/workspace')).text(), /officera@example\.jp/);
      }
    });

    test('is not believed when anything about its answer is wrong, and the answer does not say what', async () => {
      const site = await aWorkspaceSite(await database());
      const { keys } = await settled(site, 'officerA');
      const [device, synced] = keys;
      equal((await signIn(site, device)).status, 303);
      const lies: readonly Slips[] = [
        { origin: 'https://evil.example' },
        { origin: 'http://localhost:81' },
        { rpId: 'evil.example' },
        { challenge: 'A'.repeat(43) },
        { isVerified: false },
        { isBadlySigned: true },
        { type: 'webauthn.create' },
        { userHandle: Buffer.from(site.world.people.officerB.person).toString('base64url') },
        { counter: 1 },
        { counter: 0 },
      ];
      const said = new Set<string>();
      for (const slips of lies) {
        const answer = await signIn(site, device, slips);
        equal([answer.status, tokenIn(answer)], [403, ''], JSON.stringify(slips));
        said.add(wordsOf(await answer.text()));
      }
      said.add(wordsOf(await (await signIn(site, new SoftAuthenticator())).text()));
      for (const answer of ['', '{}', 'x', '{"id":1}', 'null']) {
        const { ceremony } = await challenge(site);
        said.add(wordsOf(await (await send(site, '/sign-in/passkey', { ceremony, answer })).text()));
      }
      equal(said.size, 1);
      equal((await signIn(site, synced, { counter: 0 })).status, 303);
      equal((await signIn(site, device, { counter: 9 })).status, 303);
    });

    test('answers once: not the same answer again, not another challenge’s, not after ten minutes, not elsewhere', async () => {
      const site = await aWorkspaceSite(await database());
      const { keys } = await settled(site, 'officerA');
      const [key] = keys;
      const { ceremony, publicKey } = await challenge(site);
      const answer = key.get(publicKey);
      equal((await send(site, '/sign-in/passkey', { ceremony, answer })).status, 303);
      equal((await send(site, '/sign-in/passkey', { ceremony, answer })).status, 403);
      const other = await challenge(site);
      equal((await send(site, '/sign-in/passkey', { ceremony: other.ceremony, answer })).status, 403);
      const late = await challenge(site);
      site.world.clock.advance({ minutes: 10 });
      const inTime = { ceremony: late.ceremony, answer: key.get(late.publicKey) };
      equal((await send(site, '/sign-in/passkey', inTime)).status, 403);
      const racing = await challenge(site);
      const raced = { ceremony: racing.ceremony, answer: key.get(racing.publicKey) };
      const outcomes = await Promise.all([1, 2, 3].map(() => send(site, '/sign-in/passkey', raced)));
      equal(outcomes.map(({ status }) => status).sort(), [303, 403, 403]);
    });

    test('of a person who has left opens nothing', async () => {
      const site = await aWorkspaceSite(await database());
      const { keys } = await settled(site, 'officerA');
      await site.world.deps.db.pool.query('delete from memberships where person = $1', [
        site.world.people.officerA.person,
      ]);
      equal((await signIn(site, keys[0])).status, 403);
    });

    test('is enrolled by who was let in or has just proved who they are, once, for themselves', async () => {
      const site = await aWorkspaceSite(await database());
      const { visitor, keys } = await settled(site, 'officerA');
      equal((await enrol(site, visitor, keys[0])).status, 403);
      for (const slips of [{ isVerified: false }, { origin: 'https://evil.example' }, { challenge: 'x' }]) {
        equal((await enrol(site, visitor, new SoftAuthenticator(), slips)).status, 403, JSON.stringify(slips));
      }
      const stale = site.visitor(tokenIn(await signIn(site, keys[0])));
      site.world.clock.advance({ minutes: 5 });
      equal((await enrol(site, stale, new SoftAuthenticator())).status, 403);
      const fresh = site.visitor(tokenIn(await signIn(site, keys[0])));
      equal((await enrol(site, fresh, new SoftAuthenticator())).status, 303);
    });

    test('is removed by its person after a fresh proof, and the last one stays', async () => {
      const site = await aWorkspaceSite(await database());
      const { visitor, keys } = await settled(site, 'officerA');
      const stranger = (await settled(site, 'officerB')).visitor;
      const [first, second] = keys.map((key) => key.id.toString('base64url'));
      const remove = (by: Visitor, id = ''): Promise<Response> =>
        by.post('/workspace/account/passkeys/remove', { id, csrf: '' });
      const sent = async (by: Visitor, id = ''): Promise<number> =>
        (await by.post('/workspace/account/passkeys/remove', { id, csrf: await by.csrf() })).status;
      equal((await remove(visitor, first)).status, 403);
      equal([await sent(stranger, first), await sent(visitor, 'x')], [404, 404]);
      equal([await sent(visitor, first), await sent(visitor, second)], [303, 403]);
      equal((await signIn(site, keys[0])).status, 403);
      equal((await signIn(site, keys[1])).status, 303);
    });
  });
});
