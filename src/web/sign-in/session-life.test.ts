import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { send, settled, signIn, tokenIn } from '../../../testing/passkey-visits.ts';
import { aWorkspaceSite, cookieOf, SITE_ORIGIN, type WorkspaceSite } from '../../../testing/workspace-site.ts';

const status = async (site: WorkspaceSite, token: string): Promise<number> =>
  (await site.visitor(token).get('/workspace')).status;

describe('a session', () => {
  eachDatabase((_kind, open) => {
    test('is kept in one cookie that scripts, other sites and other hosts cannot have (ASVS 5.0, 3.3)', async () => {
      const site = await aWorkspaceSite(await open());
      const { keys } = await settled(site, 'officerA');
      const cookies = (await signIn(site, keys[0])).headers.getSetCookie();
      equal(cookies.length, 1);
      const [value = '', ...attributes] = (cookies[0] ?? '').split('; ');
      assert.match(value, /^__Host-shirushi=[A-Za-z0-9_-]{43}$/);
      equal(attributes.sort(), ['HttpOnly', 'Path=/', 'SameSite=Lax', 'Secure']);
    });

    test('is never one the browser brought along: signing in gives a new token and ends the old (fixation)', async () => {
      const site = await aWorkspaceSite(await open(), { isDemonstration: true });
      const planted = 'P'.repeat(43);
      const own = (await site.signIn('stranger')).token;
      for (const before of [planted, own]) {
        const answer = await site.ask('/sign-in/demonstration', {
          method: 'POST',
          body: new URLSearchParams({ mail: 'editor@example.jp' }),
          headers: {
            'content-type': 'application/x-www-form-urlencoded',
            origin: SITE_ORIGIN,
            ...cookieOf(before),
          },
        });
        const token = tokenIn(answer);
        assert.notEqual(token, before);
        equal(
          [answer.status, token.length, await status(site, token), await status(site, before)],
          [303, 43, 200, 303],
        );
      }
    });

    test('is known to the database by a hash only, and its token to nothing but the cookie', async () => {
      const site = await aWorkspaceSite(await open());
      const { token, get } = await site.signIn('editor');
      const { rows } = await site.world.deps.db.pool.query<{ row: string }>('select t::text as row from sessions t');
      equal(
        rows.some(({ row }) => row.includes(token)),
        false,
      );
      for (const path of ['/workspace', '/workspace/account', '/workspace/cases']) {
        assert.ok(!(await (await get(path)).text()).includes(token), path);
      }
    });

    test('of staff is over after half an hour without a request and after twelve hours in any case', async () => {
      const site = await aWorkspaceSite(await open());
      const idle = await site.signIn('officerA');
      site.world.clock.advance({ minutes: 30 });
      equal(await status(site, idle.token), 303);
      const busy = await site.signIn('officerA');
      for (let minutes = 0; minutes < 12 * 60; minutes += 20) {
        equal(await status(site, busy.token), 200, `${minutes} minutes`);
        site.world.clock.advance({ minutes: 20 });
      }
      equal(await status(site, busy.token), 303);
    });

    test('is over everywhere at once when its person ends the others, and signing out ends it for good', async () => {
      const site = await aWorkspaceSite(await open());
      const [here, there, third] = [
        await site.signIn('editor'),
        await site.signIn('editor'),
        await site.signIn('editor'),
      ];
      equal((await here.post('/workspace/account/sessions/end-others')).status, 303);
      equal(await Promise.all([here, there, third].map(({ token }) => status(site, token))), [200, 303, 303]);
      const csrf = await here.csrf();
      equal((await here.post('/workspace/sign-out', { csrf })).status, 303);
      equal([await status(site, here.token), (await here.post('/workspace/sign-out', { csrf })).status], [303, 401]);
    });

    test('of somebody with passkeys ends the others only after a fresh proof (ASVS 5.0, 7.5.2)', async () => {
      const site = await aWorkspaceSite(await open());
      const { visitor, keys } = await settled(site, 'officerA');
      const other = site.visitor(tokenIn(await signIn(site, keys[0])));
      site.world.clock.advance({ minutes: 6 });
      const asked = await visitor.post('/workspace/account/sessions/end-others');
      equal(asked.status, 403);
      assert.match(await asked.text(), /held_path" value="\/workspace\/account\/sessions\/end-others"/);
      equal(await status(site, other.token), 200);
      const fresh = site.visitor(tokenIn(await signIn(site, keys[1])));
      equal((await fresh.post('/workspace/account/sessions/end-others')).status, 303);
      equal([await status(site, other.token), await status(site, visitor.token)], [303, 303]);
    });

    test('cannot be begun by a form of another site', async () => {
      const site = await aWorkspaceSite(await open(), { isDemonstration: true });
      const answer = await site.ask('/sign-in/demonstration', {
        method: 'POST',
        body: new URLSearchParams({ mail: 'editor@example.jp' }),
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: 'https://evil.example' },
      });
      equal([answer.status, tokenIn(answer)], [403, '']);
      equal((await send(site, '/sign-in/demonstration', { mail: 'editor@example.jp' })).status, 303);
    });
  });
});
