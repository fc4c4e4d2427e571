import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { aGrantedCase } from '../../testing/builders/cases.ts';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { aPublicSite } from '../../testing/public-site.ts';

eachDatabase((kind, open) => {
  test('every answer tells the browser to do nothing but show it', async () => {
    const { get } = await aPublicSite(await open());
    for (const [path, status] of [
      ['/', 200],
      ['/nothing', 404],
      ['/labels.json', 200],
      ['/healthz', 200],
    ] as const) {
      const answer = await get(path);
      assert.equal(answer.status, status);
      const { headers } = answer;
      const policy = headers.get('content-security-policy') ?? '';
      for (const rule of [
        "default-src 'none'",
        "object-src 'none'",
        "form-action 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
      ]) {
        assert.ok(policy.split('; ').includes(rule), `${path} ${rule}`);
      }
      assert.doesNotMatch(policy, /unsafe|script-src/);
      assert.equal(headers.get('strict-transport-security'), 'max-age=31536000; includeSubDomains');
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
      assert.equal(headers.get('referrer-policy'), 'same-origin');
      assert.match(headers.get('permissions-policy') ?? '', /camera=\(\)/);
      assert.equal(headers.get('cross-origin-opener-policy'), 'same-origin');
      assert.match(headers.get('x-request-id') ?? '', /^[0-9a-f-]{36}$/);
    }
  });

  test('the policy allows exactly the style sheet that is in the page', async () => {
    const { get } = await aPublicSite(await open());
    const answer = await get('/en/');
    const [, css = ''] = /<style>([\s\S]*?)<\/style>/.exec(await answer.text()) ?? [];
    const hash = createHash('sha256').update(css).digest('base64');
    assert.ok((answer.headers.get('content-security-policy') ?? '').includes(`style-src 'sha256-${hash}'`));
  });

  test('an answer that says nothing has changed says the same of itself as the one it stands for', async () => {
    const { world, get } = await aPublicSite(await open());
    const { number } = (await aGrantedCase(world)).label;
    const changing = new Set(['x-request-id', 'ratelimit']);
    const ofContent = new Set(['content-type', 'content-length', 'content-disposition', 'content-encoding', 'vary']);
    for (const [path, isForAll] of [
      ['/', false],
      ['/verify', false],
      [`/labels/${number}`, false],
      [`/labels/${number}.json`, true],
      ['/feed.atom', true],
      ['/issuer', true],
      ['/api/v1/labels', true],
      [`/api/v1/labels/${number}`, true],
      ['/api/v1/labels?limit=1', true],
      ['/api/v1/dump/labels.jsonl', true],
      ['/api/v1/openapi.json', true],
    ] as const) {
      const origin = { origin: 'https://elsewhere.example' };
      const whole = await get(path, { headers: origin });
      const etag = whole.headers.get('etag') ?? '';
      const unchanged = await get(path, { headers: { ...origin, 'if-none-match': etag } });
      equal([whole.status, unchanged.status], [200, 304], path);
      const said = ({ headers }: Response): Readonly<Record<string, string>> =>
        Object.fromEntries([...headers].filter(([name]) => !changing.has(name) && !ofContent.has(name)));
      equal(said(unchanged), said(whole), path);
      equal(unchanged.headers.get('access-control-allow-origin'), isForAll ? '*' : null, path);
      equal(unchanged.headers.get('cross-origin-resource-policy'), isForAll ? 'cross-origin' : 'same-origin', path);
      equal(unchanged.headers.has('ratelimit'), path.startsWith('/api/'), path);
    }
  });

  test('what cannot be answered is refused in the language of its address', async () => {
    const { get } = await aPublicSite(await open());
    const told = async (path: string, init: RequestInit = {}): Promise<string> => {
      const answer = await get(path, init);
      const [, heading] = /<h1>([^<]*)<\/h1>/.exec(await answer.text()) ?? [];
      return `${answer.status} ${heading ?? ''}`;
    };
    assert.equal(await told('/nothing'), '404 ページが見つかりません');
    assert.equal(await told('/en/nothing'), '404 Page not found');
    assert.equal(await told('/en/search', { method: 'POST', body: 'q=x' }), '405 This page does not take that');
    assert.equal(await told('/labels/%E0%A4'), '400 要求を読み取れませんでした');
    assert.equal(await told('/labels/x%00y'), '400 要求を読み取れませんでした');
    assert.equal(await told(`/en/search?q=${'x'.repeat(5000)}`), '414 The address is too long');
    assert.equal(
      await told('/en/', { headers: { cookie: 'x'.repeat(17_000) } }),
      '431 The headers of the request are too large',
    );
    assert.equal(await told('/en/', { headers: { 'content-length': '5' } }), '413 This request cannot have a body');
    assert.equal((await get('/search', { method: 'DELETE' })).headers.get('allow'), 'GET, HEAD');
  });

  test('a request is logged by its pattern: no address, no query, no client', async () => {
    const { world, get, logged } = await aPublicSite(await open());
    const { number } = (await aGrantedCase(world)).label;
    await get(`/labels/${number}?bought=2026-04-01`, { from: '198.51.100.7' });
    await get('/search?q=secret-words', { from: '198.51.100.7', headers: { 'user-agent': 'TellTale/1' } });
    await get('/en/secret-words', { from: '198.51.100.7' });
    equal(
      logged.map((line) => {
        const { method, route, status } = JSON.parse(line) as Record<string, unknown>;
        return `${String(method)} ${String(route)} ${String(status)}`;
      }),
      ['GET /labels/:typed 200', 'GET /search 200', 'GET none 404'],
    );
    assert.doesNotMatch(logged.join('\n'), /secret-words|198\.51|TellTale|S1-26|2026-04-01/);
  });

  test('a bug is recorded once, under the number the reader is given, and shows nothing of itself', async () => {
    const db = await open();
    const { app, get, logged } = await aPublicSite(db);
    app.get('/en/broken', () => {
      throw new Error('the inner workings');
    });
    const answer = await get('/en/broken');
    const text = await answer.text();
    const incident = answer.headers.get('x-request-id') ?? '';
    assert.equal(answer.status, 500);
    assert.ok(text.includes(incident));
    assert.doesNotMatch(text, /inner workings|\.ts:/);
    const errors = logged.filter((line) => line.includes('inner workings'));
    assert.equal(errors.length, 1);
    assert.equal((JSON.parse(errors[0] ?? '{}') as { incident: string }).incident, incident);
    assert.match(answer.headers.get('content-security-policy') ?? '', /default-src 'none'/);
  });

  test('the program says that it runs, and whether it can work: not without its database', async () => {
    const db = await open();
    const { get } = await aPublicSite(db);
    assert.equal((await get('/healthz')).status, 200);
    assert.equal((await get('/readyz')).status, 200);
    if (kind === 'embedded') return;
    await db.close();
    assert.equal((await get('/readyz')).status, 503);
    assert.equal((await get('/healthz')).status, 200);
  });

  test('measurements are for the machine itself, not for the public and not through an undeclared proxy', async () => {
    const { get } = await aPublicSite(await open());
    await get('/en/nothing/here');
    const own = await get('/metrics', { from: '::1' });
    const text = await own.text();
    assert.equal(own.status, 200);
    assert.match(text, /shirushi_http_request_seconds_count\{method="GET",route="none",status="404"\} 1/);
    assert.doesNotMatch(text, /nothing\/here/);
    assert.equal((await get('/metrics', { from: '198.51.100.7' })).status, 404);
    const proxied = { from: '127.0.0.1', headers: { 'x-forwarded-for': '127.0.0.1' } };
    assert.equal((await get('/metrics', proxied)).status, 404);
  });

  test('every page of the site answers in both languages and names its own', async () => {
    const { world, page } = await aPublicSite(await open());
    const { number } = (await aGrantedCase(world)).label;
    for (const path of [
      '/',
      '/search',
      '/accessibility',
      '/terms',
      `/labels/${number}`,
      `/labels/${number}/declaration`,
    ]) {
      assert.match(await page(path), /<html lang="ja">/, path);
      const english = await page(`/en${path}`);
      assert.match(english, /<html lang="en">/, path);
      const unmarked = english
        .replace(/<(style|head|svg)[\s>][\s\S]*?<\/\1>/g, '')
        .replace(/<(bdi|a|span|p)\b[^>]*lang="ja"[\s\S]*?<\/\1\s*>/g, '')
        .replace(/<bdi>ラベル申請担当 \/ Label application desk<\/bdi/g, '')
        .replaceAll(world.scheme.operator.contact, '');
      assert.doesNotMatch(unmarked, /[\u3041-\u3096\u30a1-\u30fa]/, `${path} has Japanese that is not marked`);
    }
  });
});
