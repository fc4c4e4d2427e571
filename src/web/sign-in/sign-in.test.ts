import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { aWorkspaceSite, SITE_ORIGIN, type WorkspaceSite } from '../../../testing/workspace-site.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded', origin: SITE_ORIGIN };

function play(site: WorkspaceSite, fields: Record<string, string>, init: Parameters<WorkspaceSite['ask']>[1] = {}) {
  const headers = { ...FORM, ...(init.headers as Record<string, string> | undefined) };
  return site.ask('/sign-in/demonstration', { ...init, method: 'POST', body: new URLSearchParams(fields), headers });
}

describe('playing somebody of the demonstration', () => {
  eachDatabase((_kind, open) => {
    test('signs in with one button and goes to the page that was wanted', async () => {
      const site = await aWorkspaceSite(await open(), { isDemonstration: true });
      const page = await (await site.ask('/sign-in?to=/workspace/account')).text();
      assert.ok(page.includes('value="signatory@example.jp"') && page.includes('name="to" value="/workspace/account"'));
      const answer = await play(site, { mail: 'signatory@example.jp', to: '/workspace/account' });
      equal([answer.status, answer.headers.get('location')], [303, '/workspace/account']);
      const cookie = answer.headers.get('set-cookie') ?? '';
      assert.match(cookie, /^__Host-shirushi=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
      const token = /=([\w-]{43});/.exec(cookie)?.[1] ?? '';
      assert.match(await (await site.visitor(token).get('/workspace')).text(), /signatory@example\.jp/);
    });

    test('never leads to another site', async () => {
      const site = await aWorkspaceSite(await open(), { isDemonstration: true });
      for (const to of ['https://evil.example/', '//evil.example/workspace', '/\\evil.example', '/labels']) {
        const answer = await play(site, { mail: 'editor@example.jp', to });
        equal(answer.headers.get('location'), '/workspace', to);
      }
    });

    test('is there in the demonstration only, and for this machine only', async () => {
      const real = await aWorkspaceSite(await open());
      equal((await play(real, { mail: 'editor@example.jp' })).status, 404);
      assert.doesNotMatch(await (await real.ask('/sign-in')).text(), /editor@example/);
      const shown = await aWorkspaceSite(await open(), { isDemonstration: true });
      for (const init of [
        { from: '203.0.113.9' },
        { headers: { 'x-forwarded-for': '127.0.0.1' } },
        { headers: { forwarded: 'for=127.0.0.1' } },
      ]) {
        equal((await play(shown, { mail: 'editor@example.jp' }, init)).status, 404, JSON.stringify(init));
        assert.doesNotMatch(await (await shown.ask('/sign-in', init)).text(), /editor@example/);
      }
    });

    test('refuses a request from another site, somebody unknown, and too many tries', async () => {
      const site = await aWorkspaceSite(await open(), { isDemonstration: true });
      const forged = await play(site, { mail: 'editor@example.jp' }, { headers: { origin: 'https://evil.example' } });
      equal([forged.status, forged.headers.get('set-cookie')], [403, null]);
      equal((await play(site, { mail: 'nobody@example.jp' })).status, 403);
      let last = 200;
      for (let time = 0; time < 60 && last !== 429; time += 1) last = (await play(site, { mail: 'x' })).status;
      equal(last, 429);
      site.world.clock.advance({ minutes: 15 });
      equal((await play(site, { mail: 'editor@example.jp' })).status, 303);
    });
  });
});

describe('the sign-in page', () => {
  eachDatabase((_kind, open) => {
    test('moves from a number to the name passkeys belong to, and sets no cookie by itself', async () => {
      const site = await aWorkspaceSite(await open());
      const moved = await site.ask('http://127.0.0.1:8080/en/sign-in?to=%2Fen%2Fworkspace');
      equal(moved.headers.get('location'), 'http://localhost:8080/en/sign-in?to=%2Fen%2Fworkspace');
      const page = await site.ask('/sign-in');
      equal([page.status, page.headers.get('set-cookie'), page.headers.get('cache-control')], [200, null, 'no-store']);
    });

    test('lets whoever is signed in already go on', async () => {
      const site = await aWorkspaceSite(await open());
      const { get } = await site.signIn('editor');
      equal((await get('/en/sign-in?to=/en/workspace/account')).headers.get('location'), '/en/workspace/account');
    });

    test('public pages set no cookie and look the same to somebody signed in', async () => {
      const site = await aWorkspaceSite(await open());
      const { get } = await site.signIn('editor');
      for (const path of ['/', '/en/', '/search?q=x', '/labels.json', '/terms']) {
        const [mine, anybodys] = [await get(path), await site.ask(path)];
        equal([mine.headers.get('set-cookie'), anybodys.headers.get('set-cookie')], [null, null]);
        equal(await mine.text(), await anybodys.text(), path);
      }
    });
  });
});
