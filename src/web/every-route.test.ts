import assert from 'node:assert/strict';
import { before, describe, test } from 'node:test';
import { aSubmittedCase } from '../../testing/builders/cases.ts';
import type { PersonName } from '../../testing/builders/world.ts';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { addressOf, isAtWork, routesOf, type AddressParts, type Route } from '../../testing/security/route-walk.ts';
import { contentsOf } from '../../testing/without-trace.ts';
import { aWorkspaceSite, SITE_ORIGIN, type WorkspaceSite } from '../../testing/workspace-site.ts';

const FORM = { 'content-type': 'application/x-www-form-urlencoded' };

/** What every answer carries, whatever it is (ASVS 5.0, 3.4). */
function hasSafeHeaders({ headers }: Response, where: string): void {
  const policy = headers.get('content-security-policy') ?? '';
  for (const rule of ["default-src 'none'", "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'"]) {
    assert.ok(policy.split('; ').includes(rule), `${where}: ${rule}`);
  }
  assert.doesNotMatch(policy, /unsafe-|\*|https?:/, where);
  equal(headers.get('x-content-type-options'), 'nosniff', where);
  equal(headers.get('referrer-policy'), 'same-origin', where);
  equal(headers.get('strict-transport-security'), 'max-age=31536000; includeSubDomains', where);
  equal(headers.get('cross-origin-opener-policy'), 'same-origin', where);
  const type = headers.get('content-type') ?? '';
  if (type.startsWith('text/') || type.endsWith('json')) assert.match(type, /json$|charset=utf-8/i, where);
}

describe('every registered route', () => {
  eachDatabase((_kind, open) => {
    let site: WorkspaceSite;
    let parts: AddressParts;
    before(async () => {
      site = await aWorkspaceSite(await open());
      const { world } = site;
      const filed = await aSubmittedCase(world);
      const { rows: files } = await world.deps.db.pool.query<{ sha256: string }>('select sha256 from case_files');
      parts = {
        number: filed.applicationNumber,
        id: world.mandate,
        sha256: files[0]?.sha256 ?? '',
        act: 'accept',
        criterion: 'S1.1-01',
        section: 'product',
        secret: 'A'.repeat(43),
        typed: 'S1-26-00001-X',
        file: 'S1-26-00001-X.json',
        operation: 'healthz',
        tile: '0/000',
        purpose: 'revocation',
        list: '0',
        version: 'x',
        module: 'verify/index.js',
      };
    });
    const changing = (): readonly Route[] => routesOf(site.app, 'POST');
    const reading = (): readonly Route[] => routesOf(site.app, 'GET');

    test('that changes something does nothing for another site, even with the session and the right token', async () => {
      const { get, csrf } = await site.signIn('signatory');
      const token = await csrf();
      assert.ok(changing().length >= 60, `only ${changing().length} routes were found`);
      for (const route of changing()) {
        const forgeries: readonly Record<string, string>[] = [
          {},
          { origin: 'https://evil.example' },
          { origin: 'null' },
          { origin: SITE_ORIGIN, 'sec-fetch-site': 'cross-site' },
        ];
        const before_ = await contentsOf(site.world.deps.db);
        for (const headers of forgeries) {
          const body = new URLSearchParams({ csrf: token });
          const sent = { method: 'POST', body, headers: { ...FORM, ...headers } };
          const answer = await get(addressOf(route, parts), sent);
          equal(answer.status, 403, `${route.path} ${JSON.stringify(headers)}`);
          assert.match(await answer.text(), /よそのページから送られた|sent from another site/, route.path);
        }
        equal(await contentsOf(site.world.deps.db), before_, route.path);
      }
    });

    test('of the workspaces does nothing without a session, and none without the token of the form', async () => {
      const { get } = await site.signIn('signatory');
      const ours = { ...FORM, origin: SITE_ORIGIN };
      for (const route of changing().filter(isAtWork)) {
        const address = addressOf(route, parts);
        const sent = { method: 'POST', body: new URLSearchParams({ csrf: 'x' }), headers: ours };
        const before_ = await contentsOf(site.world.deps.db);
        equal((await site.ask(address, sent)).status, 401, route.path);
        equal((await get(address, sent)).status, 403, route.path);
        equal(await contentsOf(site.world.deps.db), before_, route.path);
      }
      for (const route of reading().filter(isAtWork)) {
        const answer = await site.ask(addressOf(route, parts));
        equal([answer.status, await answer.text()], [303, ''], route.path);
        assert.match(answer.headers.get('location') ?? '', /^(\/en)?\/sign-in\?to=/, route.path);
      }
    });

    test('that reads changes nothing, whoever asks (ASVS 5.0, 3.5.3)', async () => {
      for (const name of ['signatory', 'agent', 'officerA', 'administrator'] as const satisfies readonly PersonName[]) {
        const { get } = await site.signIn(name);
        const before_ = await contentsOf(site.world.deps.db);
        for (const route of reading()) {
          const answer = await get(addressOf(route, parts));
          assert.ok(answer.status < 500, `${route.path} answered ${answer.status}`);
          await answer.arrayBuffer();
        }
        equal(await contentsOf(site.world.deps.db), before_, name);
      }
    });

    test('answers under the headers that keep browsers from doing anything else with it', async () => {
      const { get, post } = await site.signIn('officerA');
      for (const route of reading()) hasSafeHeaders(await get(addressOf(route, parts)), route.path);
      const refused = [
        ['without a session', await site.ask('/workspace/cases')],
        ['not found', await get('/workspace/nothing')],
        ['malformed', await get('/labels/%E0%A4')],
        ['too long', await get(`/search?q=${'x'.repeat(5000)}`)],
        ['wrong method', await get('/search', { method: 'DELETE' })],
        ['wrong kind', await post('/workspace/cases', {}, { headers: { 'content-type': 'text/plain' } })],
        ['forged', await post('/workspace/cases', {}, { headers: { origin: 'https://evil.example' } })],
        ['stale', await post('/workspace/cases', { csrf: 'x' })],
        ['for machines', await get('/labels/nothing.json')],
      ] as const;
      for (const [name, answer] of refused) {
        assert.ok(answer.status >= 303, name);
        hasSafeHeaders(answer, name);
      }
    });

    test('of the workspaces and of signing in is kept by no cache', async () => {
      const { get, post } = await site.signIn('signatory');
      const isPrivate = (route: Route): boolean => isAtWork(route) || /^\/(en\/)?sign-in/.test(route.path);
      for (const route of reading().filter(isPrivate)) {
        equal((await get(addressOf(route, parts))).headers.get('cache-control'), 'no-store', route.path);
      }
      const last = changing().filter(({ path }) => path.endsWith('/sign-out'));
      for (const route of changing().filter((one) => isPrivate(one) && !last.includes(one))) {
        const answer = await post(addressOf(route, parts), { mail: 'nobody@example.jp' });
        equal(answer.headers.get('cache-control'), 'no-store', route.path);
      }
      const out = await (await site.signIn('signatory')).post(last[0]?.path ?? '');
      equal([out.headers.get('cache-control'), out.headers.get('clear-site-data')], ['no-store', '"cache", "storage"']);
    });

    test('takes no method but its own', async () => {
      const { get } = await site.signIn('signatory');
      const paths = [...new Set([...reading(), ...changing()].map(({ path }) => path))].map((path) =>
        addressOf({ method: 'GET', path }, parts),
      );
      for (const path of paths) {
        for (const method of ['DELETE', 'PUT', 'PATCH']) {
          const answer = await get(path, { method, headers: { origin: SITE_ORIGIN } });
          assert.ok([403, 405].includes(answer.status), `${method} ${path} answered ${answer.status}`);
        }
      }
    });
  });
});
