import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { wordsOf } from '../../../testing/public-site.ts';
import { aWorkspaceSite } from '../../../testing/workspace-site.ts';

const PLACE = '/workspace/administration';

describe('the pages of administrators', () => {
  eachDatabase((_kind, open) => {
    test('show people with their roles, the scheme in force and the jobs, to administrators only', async () => {
      const site = await aWorkspaceSite(await open());
      const { organisations, deps } = site.world;
      const administrator = await site.signIn('administrator');
      const words = wordsOf(await (await administrator.get(`/en${PLACE}`)).text());
      for (const word of ['signatory@example.jp', 'label officer', 'mail-event', deps.scheme.sha256]) {
        assert.ok(words.includes(word), word);
      }
      const leaving = { mail: 'editor@example.jp', organisation: organisations.vendor, reason: 'x' };
      for (const name of ['officerA', 'signatory', 'agent', 'schemeOfficer'] as const) {
        const visitor = await site.signIn(name);
        equal(
          [
            (await visitor.get(PLACE)).status,
            (await visitor.post(`${PLACE}/invite`, { mail: 'editor@example.jp', csrf: await visitor.csrf() })).status,
            (await visitor.get(`${PLACE}/leave?${new URLSearchParams(leaving).toString()}`)).status,
            (await visitor.post(`${PLACE}/leave`, { ...leaving, csrf: await visitor.csrf() })).status,
          ],
          [404, 404, 404, 404],
          name,
        );
      }
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count from events where act in ('person.invite', 'person.leave-organisation')`.execute(
        deps.db.kysely,
      );
      equal(rows, [{ count: 0 }]);
    });

    test('invite by a link shown once and mailed, which the list of mails does not show', async () => {
      const site = await aWorkspaceSite(await open());
      const administrator = await site.signIn('administrator');
      const answer = await administrator.post(`${PLACE}/invite`, { mail: 'reviewer@example.jp' });
      const [link = ''] =
        /https:\/\/label\.example\.jp\/sign-in\/invitation\/[\w-]{43}/.exec(await answer.text()) ?? [];
      assert.notEqual(link, '');
      const { rows } = await sql<{ recipient: string; body: string; is_secret: boolean }>`
        select recipient, body, is_secret from mails`.execute(site.world.deps.db.kysely);
      equal([rows.length, rows[0]?.recipient, rows[0]?.is_secret], [1, 'reviewer@example.jp', true]);
      assert.ok(rows[0]?.body.includes(link));
      const mails = await (await administrator.get('/workspace/mails')).text();
      assert.ok(mails.includes('reviewer@example.jp') && !mails.includes('/sign-in/invitation/'));
      equal((await administrator.post(`${PLACE}/invite`, { mail: 'nobody@example.jp' })).status, 422);
    });

    test('end somebody’s membership for a reason, and their session with it', async () => {
      const site = await aWorkspaceSite(await open());
      const [administrator, editor] = [await site.signIn('administrator'), await site.signIn('editor')];
      const named = { mail: 'editor@example.jp', organisation: site.world.organisations.vendor };
      const asked = await administrator.get(`${PLACE}/leave?${new URLSearchParams(named).toString()}`);
      assert.match(wordsOf(await asked.text()), /組織から外しますか/);
      equal((await administrator.post(`${PLACE}/leave`, named)).status, 422);
      equal((await editor.get('/workspace')).status, 200);
      equal((await administrator.post(`${PLACE}/leave`, { ...named, reason: '退職' })).status, 303);
      equal((await editor.get('/workspace')).status, 303);
      assert.ok(!(await (await administrator.get(PLACE)).text()).includes('editor@example.jp'));
    });
  });
});
