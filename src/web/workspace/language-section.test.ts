import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { okOf, SYSTEM } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { formFieldsOf } from '../../../testing/form-fields.ts';
import { send } from '../../../testing/passkey-visits.ts';
import { aWorkspaceSite, type WorkspaceSite } from '../../../testing/workspace-site.ts';
import { signInForDemonstration } from '../../app/access/sign-in-for-demonstration.ts';
import { writeMails } from '../../app/mail/write-mails.ts';

/** Writes the mails of the mandate the world begins with and answers with their words by address. */
async function mailsOf({ world }: WorkspaceSite): Promise<Readonly<Record<string, string>>> {
  const { deps } = world;
  const { rows: events } = await deps.db.pool.query<{ id: number }>(
    "select id::int as id from events where act = 'mandate.give'",
  );
  const letter = (_: unknown, language: string | undefined) => ({ subject: 'told', body: language ?? 'both' });
  okOf(await writeMails(deps, SYSTEM, events[0]?.id ?? 0, letter));
  const { rows } = await deps.db.pool.query<{ recipient: string; words: string }>(
    "select recipient, body as words from mails where kind = 'mandate-given'",
  );
  return Object.fromEntries(rows.map(({ recipient, words }) => [recipient, words]));
}

describe('the language of mails', () => {
  eachDatabase((_kind, open) => {
    test('is the one each reader chose; who chose none is written to in both', async () => {
      const site = await aWorkspaceSite(await open());
      const [signatory, agent] = [await site.signIn('signatory'), await site.signIn('agent')];
      const choose = (visitor: typeof agent, language: string) =>
        visitor.post('/en/workspace/account/language', { language });
      equal((await choose(signatory, 'fr')).status, 404);
      equal([(await choose(signatory, 'en')).status, (await choose(signatory, 'en')).status], [303, 303]);
      equal((await choose(agent, 'ja')).status, 303);
      const page = await (await signatory.get('/en/workspace/account?done=language')).text();
      assert.match(page, /The language of mails is saved/);
      assert.match(page, /value="en"\s+checked/);
      const mails = await mailsOf(site);
      equal(
        ['signatory', 'editor', 'agent'].map((name) => mails[`${name}@example.jp`]),
        ['en', 'both', 'ja'],
      );
      const { rows } = await site.world.deps.db.pool.query("select 1 from events where act = 'person.choose-language'");
      equal(rows.length, 2);
    });

    test('is recorded with the sign-in that told it first, and with no later one', async () => {
      const { world } = await aWorkspaceSite(await open());
      const { deps } = world;
      for (const language of ['en', 'ja'] as const) {
        okOf(await signInForDemonstration(deps, { mail: 'editor@example.jp', userAgent: 'Test/1', language }));
      }
      const { rows } = await deps.db.pool.query<{ detail: unknown }>(
        "select detail from events where act = 'session.start' order by id",
      );
      const [first, second] = rows.map(({ detail }) => detail);
      equal(first, { method: 'demonstration', language: 'en' });
      equal(second, { method: 'demonstration' });
    });

    test('begins as the language of the page somebody was invited on, and is theirs to change', async () => {
      const site = await aWorkspaceSite(await open());
      const { pool } = site.world.deps.db;
      const administrator = await site.signIn('administrator');
      const invited = await administrator.post('/en/workspace/administration/invite', { mail: 'reviewer@example.jp' });
      const secret = /\/sign-in\/invitation\/([\w-]{43})/.exec(await invited.text())?.[1] ?? '';
      const { rows } = await pool.query<{ body: string }>("select body from mails where kind = 'invitation'");
      assert.ok(rows[0]?.body.includes(secret) && !/[ぁ-ん]/.test(rows[0].body));
      const languageOf = async (mail: string): Promise<string | null | undefined> =>
        (await pool.query<{ language: string | null }>('select language from people where mail = $1', [mail])).rows[0]
          ?.language;
      equal(await languageOf('reviewer@example.jp'), 'en');
      equal((await send(site, '/sign-in/invitation', { secret })).status, 303);
      equal(await languageOf('reviewer@example.jp'), 'en');
      equal(await languageOf('officera@example.jp'), null);
      const { rows: recorded } = await pool.query<{ act: string; language: string }>(
        "select act, detail ->> 'language' as language from events where detail ? 'language' order by id",
      );
      equal(recorded, [{ act: 'person.invite', language: 'en' }]);
      const account = formFieldsOf(await (await administrator.get('/workspace/account')).text());
      assert.ok(account['csrf'] !== undefined);
    });
  });
});
