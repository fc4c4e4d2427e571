import assert from 'node:assert/strict';
import { describe, test, type TestContext } from 'node:test';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import type { ProviderSlips } from '../../../testing/openid-mock.ts';
import { anOpenidSite, type OpenidSite } from '../../../testing/openid-site.ts';
import { tokenIn } from '../../../testing/passkey-visits.ts';
import { wordsOf } from '../../../testing/public-site.ts';
import { findSession } from '../../app/access/find-session.ts';

const PRIME = {
  sub: 'g-1',
  account_type: '2',
  corporate_number: '5010401067252',
  name: '株式会社 髙﨑\u3000電機',
  en_name: 'Takasaki Electric',
  address: '東京都千代田区1-1',
  user_last_name: '髙橋',
  user_first_name: '邊',
  email: 'Takahashi@Takasaki.example',
  delegation_info: [],
};

async function opened(t: TestContext, db: Parameters<typeof anOpenidSite>[0]): Promise<OpenidSite> {
  const site = await anOpenidSite(db);
  t.after(() => site.mock.close());
  return site;
}

async function signIn(site: OpenidSite, account: object): Promise<Response> {
  site.mock.account = { ...account };
  return site.comeBack(await site.visit());
}

/** Whom an answer signed in: their organisation, its kind, and their roles. */
async function who(site: OpenidSite, answer: Response): Promise<readonly unknown[]> {
  const session = await findSession(site.world.deps, tokenIn(answer));
  if (!session.ok) return [answer.status];
  const { organisation, actor } = session.value;
  return [organisation?.name, organisation?.kind, actor.roles.join('+')];
}

async function count(site: OpenidSite, table: 'people' | 'organisations'): Promise<number> {
  const { rows } = await site.world.deps.db.pool.query<{ count: number }>(`select count(*) as count from ${table}`);
  return rows[0]?.count ?? 0;
}

describe('an account at an OpenID provider in the shape of GビズID', () => {
  eachDatabase((_kind, open) => {
    test('becomes a person and an organisation the first time, names exactly as typed, and is the same one ever after', async (t) => {
      const site = await opened(t, await open());
      const [people, organisations] = [await count(site, 'people'), await count(site, 'organisations')];
      const answer = await signIn(site, PRIME);
      equal([answer.status, answer.headers.get('location')], [303, '/workspace']);
      equal(await who(site, answer), [PRIME.name, 'vendor', 'vendor-editor+vendor-signatory']);
      const again = await signIn(site, { ...PRIME, email: 'new@takasaki.example' });
      equal((await who(site, again))[2], 'vendor-editor+vendor-signatory');
      const colleague = { ...PRIME, sub: 'g-2', account_type: '3', email: 'b@takasaki.example' };
      equal((await who(site, await signIn(site, colleague)))[0], PRIME.name);
      equal([await count(site, 'people'), await count(site, 'organisations')], [people + 2, organisations + 1]);
    });

    test('joins the organisation with its verified number, and an Entry account joins none and drafts only', async (t) => {
      const site = await opened(t, await open());
      const ours = { ...PRIME, corporate_number: '4011001098993' };
      const verified = { sub: 'g-3', account_type: '2', email: 'c@x.example' };
      equal(await who(site, await signIn(site, { ...ours, ...verified })), [
        '株式会社よそ',
        'vendor',
        'vendor-editor+vendor-signatory',
      ]);
      const entry = { ...ours, sub: 'g-4', account_type: '1', email: 'd@x.example' };
      equal(await who(site, await signIn(site, entry)), [PRIME.name, 'vendor', 'vendor-editor']);
      const downgraded = { ...ours, ...verified, account_type: '1' };
      equal(await who(site, await signIn(site, downgraded)), ['株式会社よそ', 'vendor', 'vendor-editor']);
    });

    test('acts as an agent when its organisation is one or it acts for others there, and never for the operator', async (t) => {
      const site = await opened(t, await open());
      const agent = { ...PRIME, sub: 'g-5', corporate_number: '7010001008844', email: 'e@x.example' };
      equal(await who(site, await signIn(site, agent)), ['代理商事株式会社', 'agent', 'agent']);
      const newcomer = { ...PRIME, sub: 'g-6', email: 'f@x.example', delegation_info: [{ corporate_number: '1' }] };
      equal(await who(site, await signIn(site, newcomer)), [PRIME.name, 'agent', 'agent']);
      const staff = { ...PRIME, sub: 'g-7', corporate_number: '7000012050002', email: 'g@x.example' };
      const refused = await signIn(site, staff);
      equal([refused.status, tokenIn(refused)], [403, '']);
      assert.match(wordsOf(await refused.text()), /この組織として手続きできません/);
    });

    test('leaves no token of the provider with the browser', async (t) => {
      const site = await opened(t, await open());
      const answer = await signIn(site, PRIME);
      const page = await site.visitor(tokenIn(answer)).get('/workspace/account');
      const seen = [JSON.stringify([...answer.headers]), await answer.text(), await page.text()].join('\n');
      assert.match(seen, /__Host-shirushi=/);
      // every JSON Web Token begins so
      assert.doesNotMatch(seen, /eyJ|access_token|id_token|bearer/i);
    });

    test('is never joined to somebody by a mail address, and needs a name and an address', async (t) => {
      const site = await opened(t, await open());
      const people = await count(site, 'people');
      const taken = await signIn(site, { ...PRIME, email: 'officera@example.jp' });
      equal([taken.status, tokenIn(taken)], [403, '']);
      for (const lack of [{ email: undefined }, { user_last_name: ' ' }, { name: '' }, { account_type: '9' }]) {
        const answer = await signIn(site, { ...PRIME, ...lack });
        equal([answer.status, tokenIn(answer)], [403, ''], JSON.stringify(lack));
      }
      equal(await count(site, 'people'), people);
    });

    test('lets nobody in by a token for another client, nonce, issuer, time or key, or by another’s userinfo', async (t) => {
      const site = await opened(t, await open());
      const lies: readonly ProviderSlips[] = [
        { nonce: 'another' },
        { audience: 'another-client' },
        { issuer: 'https://evil.example/oauth/' },
        { issuer: site.mock.issuer.slice(0, -1) },
        { expiresIn: -120 },
        { isBadlySigned: true },
        { otherSubject: 'g-9' },
      ];
      for (const slips of lies) {
        site.mock.slips = slips;
        const answer = await signIn(site, PRIME);
        equal([answer.status, tokenIn(answer)], [403, ''], JSON.stringify(slips));
        assert.match(wordsOf(await answer.text()), /応答を確かめられませんでした/);
      }
      site.mock.slips = {};
      equal((await signIn(site, PRIME)).status, 303);
    });

    test('comes back once, in the browser that was sent, with the state it was sent with', async (t) => {
      const site = await opened(t, await open());
      site.mock.account = PRIME;
      const [mine, other] = [await site.visit('/en/workspace/account'), await site.visit()];
      equal((await site.comeBack({ cookie: '', query: mine.query })).status, 403);
      equal((await site.comeBack({ cookie: other.cookie, query: mine.query })).status, 403);
      const wrongState = mine.query.replace(/state=[^&]+/, 'state=x');
      const fresh = await site.visit();
      equal((await site.comeBack({ cookie: fresh.cookie, query: wrongState })).status, 403);
      const right = await site.visit('/en/workspace/account');
      const answer = await site.comeBack(right);
      equal([answer.status, answer.headers.get('location')], [303, '/en/workspace/account']);
      equal((await site.comeBack(right)).status, 403);
      const late = await site.visit();
      site.world.clock.advance({ minutes: 10 });
      equal((await site.comeBack(late)).status, 403);
    });

    test('that is denied, or cannot be asked because the provider is away, is told in words', async (t) => {
      const site = await opened(t, await open());
      const denied = await site.comeBack(await site.visit('/en/workspace'));
      assert.match(wordsOf(await denied.text()), /stopped at GbizID/);
      const away = await anOpenidSite(await open());
      away.mock.close();
      const answer = await away.ask('/en/sign-in/openid');
      equal(answer.status, 403);
      assert.match(wordsOf(await answer.text()), /cannot be reached now/);
    });
  });
});
