import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { send } from '../../../testing/passkey-visits.ts';
import { wordsOf } from '../../../testing/public-site.ts';
import { aWorkspaceSite, type Visitor } from '../../../testing/workspace-site.ts';
import { invitePerson } from '../../app/access/invite-person.ts';

const PLACE = '/workspace/administration';
const LIST = `${PLACE}/invitations`;
const MAIL = 'reviewer@example.jp';

const secretIn = (page: string): string => /\/sign-in\/invitation\/([\w-]{43})/.exec(page)?.[1] ?? '';
const listOf = async (visitor: Visitor): Promise<string> => wordsOf(await (await visitor.get(LIST)).text());

describe('the page of invitations', () => {
  eachDatabase((_kind, open) => {
    test('shows one invitation of an address, however often it is invited, and sends it again on request', async () => {
      const site = await aWorkspaceSite(await open());
      const administrator = await site.signIn('administrator');
      const invite = (fields: Readonly<Record<string, string>> = {}) =>
        administrator.post(`${PLACE}/invite`, { mail: MAIL, ...fields });
      const first = secretIn(await (await invite()).text());
      const refused = await invite();
      equal([refused.status, secretIn(await refused.text())], [422, '']);
      const { deps, people } = site.world;
      const both = await Promise.all(
        [1, 2].map(() => invitePerson(deps, people.administrator, { mail: 'officera@example.jp' })),
      );
      equal(both.filter(({ ok }) => ok).length, 1);
      const second = secretIn(await (await invite({ again: 'yes' })).text());
      equal(
        [first, second].map(({ length }) => length),
        [43, 43],
      );
      const use = async (secret: string): Promise<number> =>
        (await send(site, '/sign-in/invitation', { secret })).status;
      equal(await use(first), 403);
      assert.match(await listOf(administrator), /reviewer@example\.jp[^@]*有効/);
      equal(await use(second), 303);
      assert.match(await listOf(administrator), /reviewer@example\.jp[^@]*使用済み/);
    });

    test('takes an open one back at once, and shows which have expired', async () => {
      const site = await aWorkspaceSite(await open());
      const administrator = await site.signIn('administrator');
      const secret = secretIn(await (await administrator.post(`${PLACE}/invite`, { mail: MAIL })).text());
      const page = await (await administrator.get(LIST)).text();
      const [withdraw = ''] = /\/workspace\/administration\/invitations\/[\w-]+\/withdraw/.exec(page) ?? [];
      const officer = await site.signIn('officerA');
      equal((await officer.post(withdraw)).status, 404);
      const sent = [await administrator.post(withdraw), await administrator.post(withdraw)];
      equal(
        sent.map((answer) => [answer.status, answer.headers.get('location')]),
        [
          [303, `${LIST}?done=withdrawn`],
          [303, LIST],
        ],
      );
      equal((await send(site, '/sign-in/invitation', { secret })).status, 403);
      await administrator.post(`${PLACE}/invite`, { mail: MAIL });
      site.world.clock.advance('PT73H');
      assert.match(await listOf(await site.signIn('administrator')), /reviewer@example\.jp[^@]*期限切れ/);
    });

    test('invites only after a fresh proof by passkey', async () => {
      const site = await aWorkspaceSite(await open());
      const { pool } = site.world.deps.db;
      const administrator = await site.signIn('administrator');
      await pool.query("update sessions set method = 'openid'");
      const invite = () => administrator.post(`${PLACE}/invite`, { mail: MAIL });
      equal((await invite()).status, 403);
      equal((await pool.query('select 1 from invitations')).rows.length, 0);
      await pool.query('update sessions set fresh_at = $1', [String(site.world.clock.now())]);
      equal((await invite()).status, 200);
      equal((await pool.query('select 1 from invitations')).rows.length, 1);
    });
  });
});
