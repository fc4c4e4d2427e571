import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aDraft, anAcceptedCase } from '../../../testing/builders/cases.ts';
import { okOf } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { formFieldsOf } from '../../../testing/form-fields.ts';
import { wordsOf } from '../../../testing/public-site.ts';
import { aWorkspaceSite, type Visitor, type WorkspaceSite } from '../../../testing/workspace-site.ts';
import { openCase } from '../../app/case/open-case.ts';
import { revokeMandate } from '../../app/parties/revoke-mandate.ts';

const MANDATES = '/workspace/mandates';
const CASES = '/workspace/cases';

const pageOf = async (visitor: Visitor, path: string): Promise<string> => (await visitor.get(path)).text();

/** A site whose agent has no mandate yet, with two drafts of the vendor and one of another vendor. */
async function aSite(db: Parameters<typeof aWorkspaceSite>[0]) {
  const site = await aWorkspaceSite(db);
  const { world } = site;
  okOf(await revokeMandate(world.deps, world.people.signatory, { id: world.mandate }));
  const [entrusted, kept] = [await aDraft(world), await aDraft(world)];
  const opening = { vendor: world.organisations.otherVendor, level: 's1' };
  const foreign = okOf(await openCase(world.deps, world.people.stranger, opening));
  return { site, entrusted, kept, foreign };
}

/** Gives the agent a mandate on the page, as the signatory of a vendor. */
async function giveOn(site: WorkspaceSite, by: 'signatory' | 'stranger', terms: Readonly<Record<string, string>>) {
  const signatory = await site.signIn(by);
  const fields = formFieldsOf(await pageOf(signatory, `${MANDATES}/new`));
  const { agent } = site.world.organisations;
  return signatory.post(MANDATES, { csrf: fields['csrf'] ?? '', agent, from: '2026-04-01', ...terms });
}

/** Begins an application on the page, with the key of a form of its own. */
async function beginAs(agent: Visitor, site: WorkspaceSite, vendor: string, from: string): Promise<Response> {
  return agent.post(CASES, { idempotency_key: site.world.deps.ids.uuid(), vendor, level: 's1', from });
}

describe('a mandate limited to named applications', () => {
  eachDatabase((_kind, open) => {
    test('opens those to the agent; the others are missing for it on every page and in every form', async () => {
      const { site, entrusted, kept } = await aSite(await open());
      const given = await giveOn(site, 'signatory', { scope: 'some', numbers: entrusted.applicationNumber });
      equal(given.status, 303);
      const agent = await site.signIn('agent');
      const list = await pageOf(agent, CASES);
      assert.ok(list.includes(entrusted.applicationNumber) && !list.includes(kept.applicationNumber));
      const answers = async (number: string): Promise<readonly number[]> => {
        const place = `${CASES}/${number}`;
        return [
          ...(await Promise.all(
            ['', '/support', '/answers', '/receipt'].map(async (end) => (await agent.get(place + end)).status),
          )),
          (await agent.post(`${place}/support`, { 'support.note': 'x' })).status,
          (await agent.post(`${place}/submit`, { version: '2' })).status,
        ];
      };
      equal(await answers(kept.applicationNumber), await answers('A-0000-0000'));
      equal((await answers(entrusted.applicationNumber)).slice(0, 3), [200, 200, 200]);
      equal((await beginAs(agent, site, site.world.organisations.vendor, '')).status, 422);
      const words = wordsOf(await pageOf(agent, `/en${MANDATES}`));
      assert.ok(words.includes(`Applications ${entrusted.applicationNumber}`) && !words.includes('New applications'));
    });

    test('lets the agent ask for the provisional number of those, although it may begin none', async () => {
      const { site } = await aSite(await open());
      const { applicationNumber: number } = await anAcceptedCase(site.world);
      equal((await giveOn(site, 'signatory', { scope: 'some', numbers: number })).status, 303);
      const agent = await site.signIn('agent');
      const page = await pageOf(agent, `${CASES}/${number}`);
      assert.ok(page.includes(`action="${CASES}/${number}/provisional"`) && !page.includes('provisional-off'));
    });

    test('lets the agent begin new ones where it says so, which it then covers, and copy nothing from others', async () => {
      const { site, entrusted, kept } = await aSite(await open());
      const { vendor } = site.world.organisations;
      const limits = { scope: 'some', numbers: entrusted.applicationNumber, allowsNew: 'yes' };
      equal((await giveOn(site, 'signatory', limits)).status, 303);
      const agent = await site.signIn('agent');
      const begin = (from: string): Promise<Response> => beginAs(agent, site, vendor, from);
      equal((await begin(kept.applicationNumber)).status, 422);
      for (const from of ['', entrusted.applicationNumber]) {
        const begun = await begin(from);
        equal(begun.status, 303, from);
        equal((await agent.get(begun.headers.get('location') ?? '')).status, 200, from);
      }
      equal((await agent.get(`${CASES}/${kept.applicationNumber}`)).status, 404);
      const { rows } = await site.world.deps.db.pool.query<{ count: number; behalf: number; added: number }>(
        `select count(*)::int as count, count(*) filter (where on_behalf_of = '${vendor}')::int as behalf,
           count(*) filter (where jsonb_array_length(detail -> 'addedToMandates') = 1)::int as added
         from events where act = 'case.open' and actor_role = 'agent'`,
      );
      equal(rows, [{ count: 2, behalf: 2, added: 2 }]);
    });

    test('keeps two vendors of one agent apart, whatever identifiers a form names', async () => {
      const { site, entrusted, foreign } = await aSite(await open());
      const { vendor, otherVendor } = site.world.organisations;
      const named = await giveOn(site, 'stranger', { scope: 'some', numbers: entrusted.applicationNumber });
      equal(named.status, 422);
      assert.match(await named.text(), /見つからない申請番号があります/);
      equal((await giveOn(site, 'signatory', { scope: 'some', numbers: entrusted.applicationNumber })).status, 303);
      equal((await giveOn(site, 'stranger', { scope: 'some', allowsNew: 'yes' })).status, 303);
      const agent = await site.signIn('agent');
      equal((await agent.get(`${CASES}/${foreign.applicationNumber}`)).status, 404);
      const choices = await pageOf(agent, `${CASES}/new`);
      assert.ok(choices.includes(otherVendor) && !choices.includes(vendor));
      const begin = (at: string, from: string): Promise<Response> => beginAs(agent, site, at, from);
      equal((await begin(vendor, '')).status, 422);
      equal((await begin(otherVendor, entrusted.applicationNumber)).status, 422);
      const begun = await begin(otherVendor, '');
      equal(begun.status, 303);
      const signatory = await site.signIn('signatory');
      equal((await signatory.get(begun.headers.get('location') ?? '')).status, 404);
    });
  });
});
