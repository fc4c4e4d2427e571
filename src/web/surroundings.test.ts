import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aDraft } from '../../testing/builders/cases.ts';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { addressOf, isAtWork, routesOf } from '../../testing/security/route-walk.ts';
import { aWorkspaceSite } from '../../testing/workspace-site.ts';

describe('what the site gives to whoever is around it', () => {
  eachDatabase((_kind, open) => {
    const parts = {
      number: 'A-26-00001-X',
      id: '00000000-0000-7000-8000-00000000ffff',
      sha256: '0'.repeat(64),
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

    test('only public data may be read by other sites', async () => {
      const { app, signIn } = await aWorkspaceSite(await open());
      const { get } = await signIn('officerA');
      const shared: string[] = [];
      for (const route of routesOf(app, 'GET')) {
        const { headers } = await get(addressOf(route, parts), { headers: { origin: 'https://elsewhere.example' } });
        const allowed = headers.get('access-control-allow-origin');
        if (allowed !== null) shared.push(`${route.path} ${allowed}`);
        equal(headers.get('access-control-allow-credentials'), null, route.path);
      }
      equal(shared.sort(), [
        '/.well-known/jwks.json *',
        '/credentials/v1 *',
        '/en/feed.atom *',
        '/en/search/feed.atom *',
        '/feed.atom *',
        '/issuer *',
        '/labels.json *',
        '/labels.jsonl *',
        '/labels/:file{[^/]+\\.json} *',
        '/labels/:typed/credential *',
        '/labels/:typed/proof *',
        '/log/checkpoint *',
        '/log/tile/:tile{.+} *',
        '/log/vkey *',
        '/search/feed.atom *',
        '/status/:purpose/:list *',
      ]);
    });

    test('nothing answers http by leading to https: the server in front does that for people', async () => {
      const { app, ask } = await aWorkspaceSite(await open());
      for (const route of routesOf(app, 'GET')) {
        const answer = await ask(addressOf(route, parts));
        assert.doesNotMatch(answer.headers.get('location') ?? '', /^https:/, route.path);
      }
    });

    test('files of the project are not served', async () => {
      const { ask } = await aWorkspaceSite(await open());
      for (const path of [
        '/.git/HEAD',
        '/.git/',
        '/package.json',
        '/src/web/app.ts',
        '/assets/',
        '/assets/..%2f..%2fpackage.json',
        '/migrations/schema.sql',
        '/.env',
      ]) {
        equal((await ask(path)).status, 404, path);
      }
    });

    test('every page of the workspaces offers to sign out', async () => {
      const { app, world, signIn } = await aWorkspaceSite(await open());
      const { get } = await signIn('signatory');
      const { applicationNumber: number } = await aDraft(world);
      let pages = 0;
      for (const route of routesOf(app, 'GET').filter(isAtWork)) {
        const answer = await get(addressOf(route, { ...parts, number }));
        if (answer.status !== 200 || !(answer.headers.get('content-type') ?? '').startsWith('text/html')) continue;
        pages += 1;
        assert.match(await answer.text(), /action="(\/en)?\/workspace\/sign-out"/, route.path);
      }
      assert.ok(pages >= 20, `only ${pages} pages were seen`);
    });
  });
});
