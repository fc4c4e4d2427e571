import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { okOf, SYSTEM } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { formFieldsOf } from '../../../testing/form-fields.ts';
import { wordsOf } from '../../../testing/public-site.ts';
import { aWorkspaceSite } from '../../../testing/workspace-site.ts';
import { writeMails } from '../../app/mail/write-mails.ts';

describe('the page of mails', () => {
  eachDatabase((_kind, open) => {
    test('shows everybody their own mails, and administrators all of them with what became of each', async () => {
      const site = await aWorkspaceSite(await open());
      const { deps } = site.world;
      const { rows } = await sql<{ event: number }>`
        select (data ->> 'event')::int as event from pgboss.job where name = 'mail-event'`.execute(deps.db.kysely);
      const letter = { subject: '委任がありました / Mandate given', body: '本文\n二行目' };
      for (const { event } of rows) okOf(await writeMails(deps, SYSTEM, event, () => letter));
      await sql`update mails set fault = 'failed ESOCKET', attempts = 3 where recipient = 'agent@example.jp'`.execute(
        deps.db.kysely,
      );
      const pageOf = async (name: Parameters<typeof site.signIn>[0], prefix = ''): Promise<string> =>
        (await (await site.signIn(name)).get(`${prefix}/workspace/mails`)).text();
      const signatory = await pageOf('signatory');
      assert.match(wordsOf(signatory), /signatory@example\.jp 件名 委任がありました \/ Mandate given .*送信待ち/s);
      assert.ok(signatory.includes('本文\n二行目'));
      assert.ok(!signatory.includes('agent@example.jp') && !signatory.includes('送信済み'));
      assert.match(wordsOf(await pageOf('stranger')), /メールはまだありません/);
      const all = wordsOf(await pageOf('administrator', '/en'));
      for (const words of ['Sent 0', 'Waiting 2', 'Not sent 1', 'failed ESOCKET Attempts: 3', 'editor@example.jp']) {
        assert.ok(all.includes(words), words);
      }
      equal((await site.ask('/workspace/mails')).status, 303);
    });

    test('lets administrators alone have waiting mails sent, once however often the form is sent', async () => {
      const site = await aWorkspaceSite(await open());
      const { db } = site.world.deps;
      const administrator = await site.signIn('administrator');
      const place = '/workspace/mails';
      const none = await administrator.post(`${place}/send`);
      equal([none.status, none.headers.get('location')], [303, `${place}?done=none-waits`]);
      const { rows } = await sql<{ event: number }>`
        select (data ->> 'event')::int as event from pgboss.job where name = 'mail-event'`.execute(db.kysely);
      for (const { event } of rows) {
        okOf(await writeMails(site.world.deps, SYSTEM, event, () => ({ subject: 's', body: 'b' })));
      }
      const fields = formFieldsOf(await (await administrator.get(place)).text());
      for (const time of ['first', 'second']) {
        const asked = await administrator.post(`${place}/send`, fields);
        equal([asked.status, asked.headers.get('location')], [303, `${place}?done=asked`], time);
      }
      const events = await sql`select 1 from events where act = 'mail.ask-to-send'`.execute(db.kysely);
      equal(events.rows.length, 1);
      assert.match(await (await administrator.get(`/en${place}?done=asked`)).text(), /Waiting mails are being sent/);
      const officer = await site.signIn('officerA');
      equal((await officer.post(`${place}/send`)).status, 404);
      assert.ok(!(await (await officer.get(place)).text()).includes(`${place}/send`));
    });
  });
});
