import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { Hono } from 'hono';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { wordsOf } from '../../../testing/public-site.ts';
import { aWorkspaceSite, cookieOf, SITE_ORIGIN, type WorkspaceSite } from '../../../testing/workspace-site.ts';
import { readStyles } from '../styles.ts';
import type { WebEnv } from '../web-setup.ts';
import { takesToken, workspaceGuard } from './workspace-guard.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

async function live({ visitor }: WorkspaceSite, token: string): Promise<boolean> {
  return (await visitor(token).get('/workspace')).status === 200;
}

describe('the pages of people at work', () => {
  eachDatabase((_kind, open) => {
    test('say who is signed in and for whom, in both languages, and are kept by no cache', async () => {
      const { signIn } = await aWorkspaceSite(await open());
      const { get } = await signIn('signatory');
      for (const [path, words] of [
        ['/workspace', ['はじめの画面', 'signatory@example.jp', '申請責任者']],
        ['/en/workspace', ['Start', 'Minato Networks Co., Ltd.', 'signatory']],
      ] as const) {
        const answer = await get(path);
        const page = await answer.text();
        for (const word of words) assert.ok(page.includes(word), `${path}: ${word}`);
        equal([answer.status, answer.headers.get('cache-control')], [200, 'no-store']);
        assert.match(answer.headers.get('content-security-policy') ?? '', /script-src 'self'.*frame-ancestors 'none'/);
        assert.match(page, /name="robots" content="noindex"/);
      }
    });

    test('send whoever is not signed in to do so and back to the same page', async () => {
      const { ask } = await aWorkspaceSite(await open());
      for (const [path, to] of [
        ['/workspace', '/sign-in?to=%2Fworkspace'],
        ['/en/workspace/account?x=1', '/en/sign-in?to=%2Fen%2Fworkspace%2Faccount%3Fx%3D1'],
        ['/workspace/nothing', '/sign-in?to=%2Fworkspace%2Fnothing'],
      ] as const) {
        const answer = await ask(path);
        equal([answer.status, answer.headers.get('location')], [303, to]);
      }
    });

    test('take no token but the one that was given: not a stranger’s shape, not one that has ended', async () => {
      const site = await aWorkspaceSite(await open());
      const { token, post } = await site.signIn('editor');
      for (const forged of ['', 'x', token.slice(1), `${token}A`, 'A'.repeat(43), "' or 1=1 --"]) {
        equal(await live(site, forged), false, forged);
      }
      equal(await live(site, token), true);
      const out = await post('/workspace/sign-out');
      equal([out.status, out.headers.get('location')], [303, '/sign-in']);
      assert.match(out.headers.get('set-cookie') ?? '', /^__Host-shirushi=; Max-Age=0; Path=\/;.*Secure/);
      equal(await live(site, token), false);
    });

    test('change nothing for a request from another site, whatever it carries (ASVS 5.0, 3.5.1)', async () => {
      const site = await aWorkspaceSite(await open());
      const { token, get, csrf } = await site.signIn('editor');
      const body = new URLSearchParams({ csrf: await csrf() });
      const forgeries: readonly Record<string, string>[] = [
        {},
        { origin: 'https://evil.example' },
        { origin: 'null' },
        { origin: 'http://localhost.evil.example' },
        { origin: 'http://localhost:81' },
        { origin: 'https://localhost' },
        { origin: SITE_ORIGIN, 'sec-fetch-site': 'cross-site' },
        { origin: SITE_ORIGIN, 'sec-fetch-site': 'same-site' },
        { 'sec-fetch-site': 'none' },
        { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
      ];
      for (const headers of forgeries) {
        const answer = await get('/workspace/sign-out', { method: 'POST', body, headers: { ...FORM, ...headers } });
        equal(answer.status, 403, JSON.stringify(headers));
        assert.match(wordsOf(await answer.text()), /よそのページから送られた/);
      }
      equal(await live(site, token), true);
      for (const headers of [{ origin: 'https://label.example.jp' }, { 'sec-fetch-site': 'same-origin' }]) {
        const { token: other, csrf: right } = await site.signIn('editor');
        const init = { method: 'POST', body: new URLSearchParams({ csrf: await right() }) };
        const answer = await site.ask('/workspace/sign-out', {
          ...init,
          headers: { ...FORM, ...headers, ...cookieOf(other) },
        });
        equal(answer.status, 303);
      }
    });

    test('take no form without the token of this session, and keep what was typed into it', async () => {
      const site = await aWorkspaceSite(await open());
      const { token, post } = await site.signIn('editor');
      const other = await (await site.signIn('editor')).csrf();
      for (const csrf of ['', 'x', other]) {
        const answer = await post('/en/workspace/sign-out', { csrf, note: '<b>"髙橋"</b>' });
        const page = await answer.text();
        equal(answer.status, 403);
        assert.ok(page.includes('name="note" value="&lt;b&gt;&quot;髙橋&quot;&lt;/b&gt;"'));
        assert.match(page, /action="\/en\/workspace\/sign-out"/);
        equal(await live(site, token), true);
        const [, right = ''] =
          /name="csrf" value="([^"]+)" \/>\s*<button class="button" data-weight="primary"/.exec(page) ?? [];
        equal(right, await site.visitor(token).csrf());
      }
    });

    test('hold what was typed when the session has ended meanwhile, and lose nothing', async () => {
      const site = await aWorkspaceSite(await open());
      const { post, csrf } = await site.signIn('officerA');
      const stale = await csrf();
      site.world.clock.advance({ minutes: 31 });
      const headers = { referer: 'http://localhost/workspace/cases/1?part=2' };
      const answer = await post('/workspace/cases/1', { csrf: stale, remark: '長い文' }, { headers });
      const page = await answer.text();
      equal(answer.status, 401);
      assert.match(page, /name="remark" value="長い文"/);
      assert.ok(page.includes('/sign-in?to=%2Fworkspace%2Fcases%2F1%3Fpart%3D2'));
      const again = await (await site.signIn('officerA')).post('/workspace/cases/1', { csrf: stale, remark: '長い文' });
      equal(again.status, 403);
      assert.match(await again.text(), /name="remark" value="長い文"/);
    });

    test('tell a script in codes: it must sign in, or its form is stale', async () => {
      const site = await aWorkspaceSite(await open());
      const { post, csrf } = await site.signIn('editor');
      const json = { 'content-type': 'application/json', origin: SITE_ORIGIN };
      const init = { method: 'POST', body: '{}' };
      const out = await site.ask('/workspace/x', { ...init, headers: json });
      equal([out.status, await out.json()], [401, { code: 'not_signed_in' }]);
      const stale = await post('/workspace/x', {}, { body: '{}', headers: json });
      equal([stale.status, await stale.json()], [403, { code: 'stale_form' }]);
      const right = await post('/workspace/x', {}, { body: '{}', headers: { ...json, 'x-csrf-token': await csrf() } });
      equal(right.status, 404);
    });

    test('take no form of another kind, and none of more than a megabyte', async () => {
      const { signIn } = await aWorkspaceSite(await open());
      const { post } = await signIn('editor');
      for (const type of ['text/plain', 'application/xml', '']) {
        equal((await post('/workspace/x', {}, { body: 'csrf=1', headers: { 'content-type': type } })).status, 415);
      }
      const large = await post('/workspace/x', { text: 'x'.repeat(1_048_577) });
      equal(large.status, 413);
      const stream = new ReadableStream({
        pull: (controller) => controller.enqueue(new TextEncoder().encode('a='.padEnd(65_536, 'x'))),
      });
      const endless = { body: stream, duplex: 'half', headers: { 'transfer-encoding': 'chunked' } } as RequestInit;
      equal((await post('/workspace/x', {}, endless)).status, 413);
    });

    test('a page that takes files and forgets to look for the token is a bug, not a gap', async () => {
      const site = await aWorkspaceSite(await open());
      const { token, csrf } = await site.signIn('editor');
      const app = new Hono<WebEnv>();
      const { scheme } = site.world;
      const told = { isDemonstration: false, sendsMail: true };
      const shared = { scheme, baseUrl: 'https://label.example.jp', styles: readStyles(), ...told };
      app.use('/workspace/*', workspaceGuard({ deps: site.world.deps }, shared));
      app.post('/workspace/forgetful', (c) => c.text('kept'));
      app.post('/workspace/careful', async (c) => {
        const form = await c.req.formData();
        return takesToken(c, form.get('csrf') as string) ? c.text('kept') : c.text('refused', 403);
      });
      app.onError((error, c) => c.text(error.message, 500));
      const send = async (path: string, value: string): Promise<number> => {
        const body = new FormData();
        body.set('csrf', value);
        const headers = { ...cookieOf(token), origin: SITE_ORIGIN };
        return (await app.request(path, { method: 'POST', body, headers })).status;
      };
      const right = await csrf();
      equal(
        [
          await send('/workspace/forgetful', right),
          await send('/workspace/careful', right),
          await send('/workspace/careful', 'x'),
        ],
        [500, 200, 403],
      );
    });

    test('use one style sheet, kept for ever under an address that names its content, at most 40 KB over the wire', async () => {
      const { ask, signIn } = await aWorkspaceSite(await open());
      const page = await (await (await signIn('editor')).get('/workspace')).text();
      const sheets = [...page.matchAll(/<link rel="stylesheet" href="([^"]+)"/g)].map(([, href = '']) => href);
      equal(sheets.length, 1);
      const answer = await ask(sheets[0] ?? '');
      equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable');
      equal(answer.headers.get('content-type'), 'text/css; charset=utf-8');
      assert.ok(gzipSync(await answer.text()).length < 40_000);
      equal((await ask('/assets/workspace-0000000000000000.css')).status, 404);
    });
  });
});
