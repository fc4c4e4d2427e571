import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aDraft } from '../../../testing/builders/cases.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { formFieldsOf } from '../../../testing/form-fields.ts';
import { wordsOf } from '../../../testing/public-site.ts';
import { aWorkspaceSite, type WorkspaceSite } from '../../../testing/workspace-site.ts';

const MANY = { burst: 1000, perSecond: 1000 };

/**
 * A site on which a person may ask three times at once and a network six times, one more each two seconds; time moves
 * only when told.
 */
async function aStrictSite(
  db: Parameters<typeof aWorkspaceSite>[0],
): Promise<WorkspaceSite & { readonly wait: (seconds: number) => void }> {
  let now = 0;
  const workspaceLimits = { person: { burst: 3, perSecond: 0.5 }, network: { burst: 6, perSecond: 0.5 } };
  const site = await aWorkspaceSite(db, { workspaceLimits, monotonic: () => now });
  return { ...site, wait: (seconds) => (now += seconds * 1000) };
}

describe('how often people at work may ask', () => {
  eachDatabase((_kind, open) => {
    test('ends for a person after a burst, says when to come back, and goes on then; others are not held up', async () => {
      const site = await aStrictSite(await open());
      const [editor, agent] = [await site.signIn('editor'), await site.signIn('agent')];
      const other = await site.signIn('editor');
      for (let n = 0; n < 3; n += 1) equal((await editor.get('/workspace')).status, 200);
      const refused = await editor.get('/en/workspace');
      equal([refused.status, refused.headers.get('retry-after')], [429, '2']);
      assert.match(wordsOf(await refused.text()), /Too many pages in a short time Please wait about 2 seconds/);
      equal((await other.get('/workspace')).status, 429, 'a second session of the same person');
      equal((await agent.get('/workspace')).status, 200);
      site.wait(12);
      equal((await editor.get('/workspace')).status, 200);
    });

    test('ends for a network too, also for who is not signed in', async () => {
      const site = await aStrictSite(await open());
      const ask = (from: string): Promise<Response> => site.ask('/workspace', { from });
      for (let n = 0; n < 6; n += 1) equal((await ask('198.51.100.7')).status, 303);
      const refused = await ask('198.51.100.7');
      equal([refused.status, refused.headers.get('retry-after')], [429, '2']);
      equal((await ask('198.51.100.8')).status, 303);
    });

    test('loses nothing that was typed: the form waits and is taken when it is sent again', async () => {
      const site = await aStrictSite(await open());
      const at = await aDraft(site.world);
      const editor = await site.signIn('editor');
      const path = `/workspace/cases/${at.applicationNumber}/product`;
      const fields = formFieldsOf(await (await editor.get(path)).text());
      const typed = { ...fields, 'product.name': '𠮷野ルーター「A」' };
      equal((await editor.get(path)).status + (await editor.get(path)).status, 400);
      const refused = await editor.post(path, typed);
      equal([refused.status, refused.headers.get('retry-after')], [429, '2']);
      const page = await refused.text();
      assert.match(wordsOf(page), /2秒ほど待ってから/);
      const again = formFieldsOf(page);
      equal(again['product.name'], '𠮷野ルーター「A」');
      site.wait(2);
      equal((await editor.post(path, again)).status, 303);
    });

    test('counts a file that is read when it is sent like many pages, in either language', async () => {
      const workspaceLimits = { person: { burst: 35, perSecond: 0.01 }, network: { burst: 1000, perSecond: 1 } };
      const site = await aWorkspaceSite(await open(), { workspaceLimits, monotonic: () => 0 });
      const editor = await site.signIn('editor');
      const csrf = await editor.csrf();
      const statuses: number[] = [];
      for (const path of ['cases/A/continue', 'cases/new/from-file', 'cases/A/product/file', 'cases/A/%63ontinue']) {
        statuses.push((await editor.post(`/en/workspace/${path}`, { csrf })).status);
      }
      equal(statuses, [404, 422, 404, 429]);
    });

    test('is told to scripts in a way that makes them try again', async () => {
      const site = await aStrictSite(await open());
      const editor = await site.signIn('editor');
      const csrf = await editor.csrf();
      for (let n = 0; n < 2; n += 1) await editor.get('/workspace');
      const refused = await editor.post('/workspace/cases', { csrf }, { headers: { accept: 'application/json' } });
      equal([refused.status, await refused.json()], [429, { code: 'too_many_pages' }]);
    });

    test('counts for more where much is handed out', async () => {
      const limit = { burst: 25, perSecond: 1 };
      const workspaceLimits = { person: limit, network: MANY };
      const site = await aWorkspaceSite(await open(), { workspaceLimits, monotonic: () => 0 });
      const at = await aDraft(site.world);
      const editor = await site.signIn('editor');
      const workbook = async () => (await editor.get(`/workspace/cases/${at.applicationNumber}/workbook`)).status;
      equal([await workbook(), await workbook(), await workbook()], [200, 200, 429]);
      equal((await editor.get('/workspace')).status, 200);
    });
  });
});
