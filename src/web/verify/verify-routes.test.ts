import assert from 'node:assert/strict';
import { test } from 'node:test';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { aPublicSite, wordsOf } from '../../../testing/public-site.ts';
import { verifierModules } from './verifier-modules.ts';

eachDatabase((_kind, open) => {
  test('the page that verifies may run our modules only, talk to nobody, and says what to do without script', async () => {
    const { get, page } = await aPublicSite(await open());
    const vkey = await page('/log/vkey');
    for (const path of ['/verify', '/en/verify']) {
      const answer = await get(path);
      const policy = answer.headers.get('content-security-policy') ?? '';
      assert.match(policy, /default-src 'none'.*script-src 'self'/);
      assert.doesNotMatch(policy, /connect-src|unsafe/);
      const text = await answer.text();
      assert.ok(wordsOf(text).includes(vkey.trim()));
      assert.match(text, /<noscript>[^]*shirushi verify[^]*<\/noscript>/);
    }
  });

  test('every module the page loads is there, for ever, and imports only others of them', async () => {
    const { get, page } = await aPublicSite(await open());
    const text = await page('/verify');
    const addresses = [...text.matchAll(/(?:src|href)="(\/assets\/verifier\/[^"]+)"/g)].map(
      ([, address = '']) => address,
    );
    equal(addresses.length, verifierModules().texts.size);
    for (const address of addresses) {
      const answer = await get(address);
      equal([answer.status, answer.headers.get('content-type')], [200, 'text/javascript; charset=utf-8'], address);
      assert.match(answer.headers.get('cache-control') ?? '', /immutable/);
      const module = (await answer.text()).replace(/\/\*[^]*?\*\//g, '');
      for (const [, imported = ''] of module.matchAll(/\b(?:from|import)\s*'([^']+)'/g)) {
        const { pathname } = new URL(imported, `http://x${address}`);
        assert.ok(addresses.includes(pathname), `${address} imports ${imported}`);
      }
    }
    for (const other of [
      '/assets/verifier/0000000000000000/verify/index.js',
      `${verifierModules().base}../package.json`,
    ]) {
      equal((await get(other)).status, 404, other);
    }
  });
});
