import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { Hono } from 'hono';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { enrol, JSON_TYPE, send, settled, tokenIn, type Options } from '../../../testing/passkey-visits.ts';
import { SoftAuthenticator } from '../../../testing/soft-authenticator.ts';
import { aWorkspaceSite, cookieOf, SITE_ORIGIN, type Visitor } from '../../../testing/workspace-site.ts';
import { readStyles } from '../styles.ts';
import type { WebEnv } from '../web-setup.ts';
import { requireFresh } from '../workspace/require-fresh.ts';
import { workspaceGuard } from '../workspace/workspace-guard.ts';

describe('a recovery code', () => {
  eachDatabase((_kind, database) => {
    test('lets its person in once, only to set up, and says nothing about who exists', async () => {
      const site = await aWorkspaceSite(await database());
      const { visitor } = await settled(site, 'officerA');
      const page = await (
        await visitor.post('/workspace/account/recovery-codes', { csrf: await visitor.csrf() })
      ).text();
      const [code = '', other = ''] = [...page.matchAll(/<code translate="no">([^<]+)</g)].map(([, text = '']) => text);
      const use = (mail: string, typed: string): Promise<Response> =>
        send(site, '/sign-in/recovery', { mail, code: typed });
      const wrong = await use('officera@example.jp', '0000-0000-0000-0000');
      const unknown = await use('nobody@example.jp', code);
      equal([wrong.status, unknown.status], [403, 403]);
      const plain = async (answer: Response, mail: string): Promise<string> =>
        (await answer.text()).replaceAll(mail, '…');
      equal(await plain(wrong, 'officera@example.jp'), await plain(unknown, 'nobody@example.jp'));
      const used = await use(' OfficerA@example.jp', code.toLowerCase().replaceAll('-', ' '));
      equal([used.status, used.headers.get('location')], [303, '/workspace/account']);
      equal((await use('officera@example.jp', code)).status, 403);
      const recovered = site.visitor(tokenIn(used));
      equal((await enrol(site, recovered, new SoftAuthenticator())).status, 303);
      for (let tries = 0; tries < 3; tries += 1) await use('officera@example.jp', 'x');
      equal((await use('officera@example.jp', other)).status, 429);
    });
  });
});

describe('a fresh proof', () => {
  eachDatabase((_kind, database) => {
    test('is made with one’s own passkey, gives the session a new token, and keeps what was to be sent', async () => {
      const site = await aWorkspaceSite(await database());
      const { visitor, keys } = await settled(site, 'officerA');
      const other = await settled(site, 'officerB');
      const ask = async (by: Visitor): Promise<Options> => {
        const headers = { ...JSON_TYPE, 'x-csrf-token': await by.csrf() };
        return (await (
          await by.get('/workspace/prove/options', { method: 'POST', headers, body: '{}' })
        ).json()) as Options;
      };
      const prove = async (
        by: Visitor,
        key: SoftAuthenticator,
        more: Record<string, string> = {},
      ): Promise<Response> => {
        const { ceremony, publicKey } = await ask(by);
        return by.post('/workspace/prove', { ceremony, answer: key.get(publicKey), csrf: await by.csrf(), ...more });
      };
      equal((await prove(visitor, other.keys[0])).status, 403);
      const foreign = await ask(other.visitor);
      const stolen = { ceremony: foreign.ceremony, answer: keys[0].get(foreign.publicKey), csrf: await visitor.csrf() };
      equal((await visitor.post('/workspace/prove', stolen)).status, 403);
      const held = { held_path: '/workspace/cases/1/confirm', held_fields: 'reason=%E7%90%86%E7%94%B1&csrf=old' };
      const proved = await prove(visitor, keys[0], held);
      const page = await proved.text();
      assert.ok(page.includes('action="/workspace/cases/1/confirm"') && page.includes('name="reason" value="理由"'));
      const next = site.visitor(tokenIn(proved));
      assert.ok(page.includes(`name="csrf" value="${await next.csrf()}"`));
      equal([(await visitor.get('/workspace')).status, (await next.get('/workspace')).status], [303, 200]);
      const away = await prove(next, keys[0], {
        to: 'https://evil.example',
        held_path: 'https://evil.example/x',
        held_fields: 'a=b',
      });
      equal(away.headers.get('location'), '/workspace');
    });

    test('is asked for before what cannot be undone, and lets it through for five minutes', async () => {
      const site = await aWorkspaceSite(await database());
      const { deps, scheme } = site.world;
      const { visitor } = await settled(site, 'officerA');
      const told = { isDemonstration: false, sendsMail: true };
      const shared = { scheme, baseUrl: deps.baseUrl, styles: readStyles(), ...told };
      const app = new Hono<WebEnv>();
      app.use('/workspace/*', workspaceGuard({ deps }, shared));
      app.post('/workspace/cases/1/confirm', async (c) => (await requireFresh(c, shared)) ?? c.text('granted'));
      const confirm = async (): Promise<readonly [number, string]> => {
        const body = new URLSearchParams({ csrf: await visitor.csrf(), reason: '理由' });
        const headers = { ...cookieOf(visitor.token), origin: SITE_ORIGIN };
        const answer = await app.request('/workspace/cases/1/confirm', { method: 'POST', body, headers });
        return [answer.status, await answer.text()];
      };
      equal(await confirm(), [200, 'granted']);
      site.world.clock.advance({ minutes: 5 });
      const [status, page] = await confirm();
      equal(status, 403);
      assert.match(page, /name="held_path" value="\/workspace\/cases\/1\/confirm"/);
      assert.match(page, /name="held_fields" value="[^"]*reason=%E7%90%86%E7%94%B1"/);
    });

    test('is a button for who is played in the demonstration, and for nobody else', async () => {
      const site = await aWorkspaceSite(await database());
      const played = await site.signIn('officerA');
      equal((await played.post('/workspace/prove', { csrf: await played.csrf() })).status, 303);
      const { visitor } = await settled(site, 'officerB');
      equal((await visitor.post('/workspace/prove', { csrf: await visitor.csrf() })).status, 403);
    });
  });
});
