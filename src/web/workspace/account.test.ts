import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { joinOrganisation } from '../../../testing/builders/join-organisation.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { wordsOf } from '../../../testing/public-site.ts';
import { aWorkspaceSite, type WorkspaceSite } from '../../../testing/workspace-site.ts';

async function live({ visitor }: WorkspaceSite, token: string): Promise<boolean> {
  return (await visitor(token).get('/workspace')).status === 200;
}

describe('one’s own account', () => {
  eachDatabase((_kind, open) => {
    test('ask who belongs to several organisations to choose, and never send one’s form for the other', async () => {
      const site = await aWorkspaceSite(await open());
      const { deps, people, organisations } = site.world;
      await joinOrganisation(deps.db, people.editor.person, organisations.otherVendor, 'vendor-signatory');
      const { token, get, post } = await site.signIn('editor');
      const sent = await get('/workspace/account?x=1');
      equal(sent.headers.get('location'), '/workspace/organisation?to=%2Fworkspace%2Faccount%3Fx%3D1');
      const choice = await (await get('/workspace/organisation?to=https://evil.example/')).text();
      assert.ok(choice.includes('株式会社よそ') && choice.includes('name="to" value="/workspace"'));
      const tokenOf = (page: string): string => /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
      const { vendor, otherVendor, agent } = organisations;
      const choose = (organisation: string, csrf: string): Promise<Response> =>
        post('/workspace/organisation', { csrf, organisation, to: '/workspace/account' });
      equal((await choose(agent, tokenOf(choice))).status, 404);
      const chosen = await choose(vendor, tokenOf(choice));
      equal([chosen.status, chosen.headers.get('location')], [303, '/workspace/account']);
      const ofVendor = await site.visitor(token).csrf();
      equal((await choose(otherVendor, ofVendor)).status, 303);
      const stale = await post('/workspace/account/sessions/end-others', { csrf: ofVendor });
      equal(stale.status, 403);
      assert.match(wordsOf(await stale.text()), /株式会社よそ/);
    });

    test('end one’s own sessions, and nobody else’s', async () => {
      const site = await aWorkspaceSite(await open());
      const [here, there, stranger] = [
        await site.signIn('editor'),
        await site.signIn('editor'),
        await site.signIn('stranger'),
      ];
      const ids = async (visit: typeof here): Promise<readonly string[]> => {
        const page = await (await visit.get('/en/workspace/account')).text();
        return [...page.matchAll(/sessions\/([0-9a-f-]{36})\/end/g)].map(([, id = '']) => id);
      };
      const [theirs = ''] = await ids(here);
      equal((await stranger.post(`/workspace/account/sessions/${theirs}/end`)).status, 404);
      equal((await here.post('/workspace/account/sessions/x/end')).status, 404);
      equal(await live(site, there.token), true);
      equal((await here.post(`/workspace/account/sessions/${theirs}/end`)).status, 303);
      equal([await live(site, here.token), await live(site, there.token)], [true, false]);
      await site.signIn('editor');
      equal(
        (await here.post('/en/workspace/account/sessions/end-others')).headers.get('location'),
        '/en/workspace/account',
      );
      equal(await ids(here), []);
      equal(await live(site, stranger.token), true);
    });
  });
});
