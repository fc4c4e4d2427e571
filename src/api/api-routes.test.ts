import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { aGrantedCase } from '../../testing/builders/cases.ts';
import { manyLabels } from '../../testing/builders/many-labels.ts';
import { eachDatabase } from '../../testing/database.ts';
import { aDescribedApi, descriptionOf, type Description } from '../../testing/described-api.ts';
import { equal } from '../../testing/equal.ts';
import type { ApiRoute } from './api-route.ts';
import { API_ROOT, API_ROUTES } from './api-routes.ts';
import { answersOf } from './openapi.ts';

type Line = { readonly number: string; readonly status: { readonly state: string } };
type Page = {
  readonly labels: readonly Line[];
  readonly total: { readonly count: number; readonly isExact: boolean };
  readonly next: string | null;
  readonly on: string;
};
type Problem = { readonly code: string; readonly parameter?: string; readonly status: number };

const problemOf = async (answer: Response): Promise<Problem> => {
  equal(answer.headers.get('content-type'), 'application/problem+json');
  equal(answer.headers.get('access-control-allow-origin'), '*');
  return (await answer.json()) as Problem;
};

type Responses = Description['paths'][string][string]['responses'];

const EVERYWHERE = ['200', '400', '405', '413', '414', '429', '431', '500', '503'];

function isDescribed(route: ApiRoute, responses: Responses): void {
  for (const status of EVERYWHERE) assert.ok(responses[status], `${route.id} ${status}`);
  for (const [status, { content = {} }] of Object.entries(responses)) {
    for (const [type, { schema, example }] of Object.entries(content)) {
      assert.ok(Object.keys(schema).length > 0, `${route.id} ${status} ${type}`);
      if (!type.endsWith('json')) continue;
      z.fromJSONSchema(schema as Parameters<typeof z.fromJSONSchema>[0]).parse(example);
      answersOf(route)[Number(status)]?.shape?.parse(example);
    }
  }
}

eachDatabase((_kind, open) => {
  test('every route is described with a schema for each status, and every example fits its schema', async () => {
    const { world, app } = await aDescribedApi(await open());
    const { paths } = descriptionOf(world);
    const registered = app.routes
      .filter(({ method, path }) => path.startsWith(API_ROOT) && method !== 'ALL')
      .map(({ method, path }) => `${method} ${path.slice(API_ROOT.length).replace(/:(\w+)/g, '{$1}')}`);
    const described = Object.entries(paths).flatMap(([path, operations]) =>
      Object.keys(operations).map((method) => `${method.toUpperCase()} ${path}`),
    );
    equal([...new Set(registered)].sort(), described.sort());
    for (const route of API_ROUTES) isDescribed(route, paths[route.path]?.[route.method]?.responses ?? {});
  });

  test('the list goes on where it ended, whatever is published meanwhile', async () => {
    const { world, ask, read } = await aDescribedApi(await open());
    await manyLabels(world, 30);
    const first = await ask('/labels?limit=12');
    const page = (await first.json()) as Page;
    equal(page.total, { count: 31, isExact: true });
    equal(
      first.headers.get('link'),
      `<https://label.example.jp/api/v1/labels?limit=12&cursor=${page.next ?? ''}>; rel="next"`,
    );
    const late = await aGrantedCase(world);
    const seen = page.labels.map(({ number }) => number);
    for (let { next } = page; next !== null;) {
      const more = await read<Page>(`/labels?limit=12&cursor=${next}`);
      seen.push(...more.labels.map(({ number }) => number));
      next = more.next;
    }
    equal([seen.length, new Set(seen).size, seen.includes(late.label.number)], [31, 31, false]);
    equal((await read<Page>('/labels?limit=1')).labels[0]?.number, late.label.number);
  });

  test('a search goes on by its rank, and narrows down by state, maker, level, type and day', async () => {
    const { world, read } = await aDescribedApi(await open());
    const made = await manyLabels(world, 60);
    const seen: string[] = [];
    let asked = await read<Page>('/labels?q=%E3%81%AE&limit=25');
    const { count } = asked.total;
    for (;;) {
      seen.push(...asked.labels.map(({ number }) => number));
      if (asked.next === null) break;
      asked = await read<Page>(`/labels?q=%E3%81%AE&limit=25&cursor=${asked.next}`);
    }
    equal([seen.length, new Set(seen).size], [count, count]);
    const [oldest] = made;
    assert.ok(oldest);
    const lapsed = await read<Page>('/labels?state=lapsed&limit=100');
    assert.ok(lapsed.labels.length > 0 && lapsed.labels.every(({ status }) => status.state === 'lapsed'));
    const bare = oldest.maker.replace(/株式会社|㈱/, '');
    const makers = await read<Page>(`/labels?maker=${encodeURIComponent(bare)}&limit=100`);
    equal(makers.total.count, made.filter(({ maker }) => maker === oldest.maker).length);
    equal((await read<Page>('/labels?level=s9')).total.count, 0);
    const then = await read<Page>(`/labels?asof=${oldest.issuedOn.toString()}&type=${oldest.type}`);
    equal([then.on, then.labels.map(({ status }) => status.state)], [oldest.issuedOn.toString(), ['valid']]);
  });

  test('a label is found by its number in any spelling, today or as of a day, and asked again it has not changed', async () => {
    const { world, ask, read } = await aDescribedApi(await open());
    const { number } = (await aGrantedCase(world)).label;
    const typed = encodeURIComponent(` ${number.toLowerCase().replaceAll('-', '')} `);
    const answer = await ask(`/labels/${typed}`);
    equal(answer.status, 200);
    equal(answer.headers.get('content-location'), `https://label.example.jp/api/v1/labels/${number}`);
    equal(answer.headers.get('access-control-allow-origin'), '*');
    equal(answer.headers.get('cross-origin-resource-policy'), 'cross-origin');
    const etag = answer.headers.get('etag') ?? '';
    const again = await ask(`/labels/${number}`, { headers: { 'if-none-match': etag } });
    equal([again.status, await again.text()], [304, '']);
    const issued = world.today().toString();
    world.clock.set('2028-04-10T00:00:00Z');
    equal((await ask(`/labels/${number}`, { headers: { 'if-none-match': etag } })).status, 200);
    equal((await read<Line>(`/labels/${number}`)).status.state, 'in_grace');
    equal((await read<Line>(`/labels/${number}?asof=${issued}`)).status.state, 'valid');
    const before = await ask(`/labels/${number}?asof=2026-03-31`);
    equal((await problemOf(before)).code, 'not_public_yet');
    const slip = await problemOf(await ask('/labels/S1-26-00001-B'));
    equal([slip.code, slip.status], ['wrong_check_character', 404]);
  });

  test('a label under embargo is nowhere before its day', async () => {
    const { world, ask, read } = await aDescribedApi(await open());
    const wishedOn = world.today().add({ days: 7 });
    const { number } = (await aGrantedCase(world, { answers: { 'publication.wishedOn': wishedOn } })).label;
    equal((await problemOf(await ask(`/labels/${number}`))).code, 'no_such_label');
    for (const path of ['/labels', `/labels?q=${number}`, '/labels?q=HGW']) {
      const { labels, total } = await read<Page>(path);
      equal([labels.length, total.count], [0, 0], path);
    }
  });

  test('what cannot be read is refused with the parameter that is wrong, and never guessed', async () => {
    const { ask } = await aDescribedApi(await open());
    for (const [query, parameter] of [
      ['limit=0', 'limit'],
      ['limit=101', 'limit'],
      ['limit=x', 'limit'],
      ['asof=2026-02-30', 'asof'],
      ['asof=2099-01-01', 'asof'],
      ['state=scheduled', 'state'],
      ['cursor=x1', 'cursor'],
      ['cursor=o20', 'cursor'],
      ['q=a&cursor=p20', 'cursor'],
      ['q=a&cursor=o1000', 'cursor'],
      ['q=a&q=b', 'q'],
      ['lvel=s1', 'lvel'],
      ['supported=soon', 'supported'],
      ['supported=0000-01-01', 'supported'],
      ['asof=0000-01-01', 'asof'],
    ] as const) {
      const { code, parameter: named } = await problemOf(await ask(`/labels?${query}`));
      equal([code, named], ['malformed_request', parameter], query);
    }
    equal((await problemOf(await ask('/nothing'))).code, 'not_found');
    const wrong = await ask('/labels', { method: 'DELETE' });
    equal(
      [wrong.status, wrong.headers.get('allow'), (await problemOf(wrong)).code],
      [405, 'GET, HEAD', 'method_not_allowed'],
    );
    equal((await problemOf(await ask(`/labels?q=${'x'.repeat(5000)}`))).code, 'address_too_long');
    equal((await ask('/labels?q=%00')).status, 200);
    const preflight = await ask('/labels', { method: 'OPTIONS', headers: { 'access-control-request-method': 'GET' } });
    equal([preflight.status, preflight.headers.get('access-control-allow-origin')], [204, '*']);
  });

  test('clients are told what is left to them, and to wait when nothing is', async () => {
    let now = 0;
    const apiLimit = { burst: 2, perSecond: 0.5 };
    const { ask } = await aDescribedApi(await open(), { apiLimit, monotonic: () => now });
    const first = await ask('/labels');
    equal(first.headers.get('ratelimit-policy'), '"default";q=2;w=4');
    equal(first.headers.get('ratelimit'), '"default";r=1;t=2');
    await ask('/labels');
    const refused = await ask('/labels');
    equal([refused.status, refused.headers.get('retry-after')], [429, '2']);
    equal((await problemOf(refused)).code, 'too_many_requests');
    equal((await ask('/labels', { from: '192.0.2.7' })).status, 200);
    now = 2000;
    equal((await ask('/labels')).status, 200);
  });
});
