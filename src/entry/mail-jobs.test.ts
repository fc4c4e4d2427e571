import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { anAcceptedCase, aGrantedCase, aReturnedCase, aSubmittedCase } from '../../testing/builders/cases.ts';
import { aWorld, okOf, type World } from '../../testing/builders/world.ts';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { mailServer } from '../../testing/mail-server.ts';
import { refusedWithoutTrace } from '../../testing/without-trace.ts';
import { smtpMailer } from '../adapters/smtp-mailer.ts';
import { listAllMails } from '../app/mail/list-mails.ts';
import { giveMandate } from '../app/parties/give-mandate.ts';
import { revokeMandate } from '../app/parties/revoke-mandate.ts';
import type { Mailer } from '../app/ports.ts';
import { refused } from '../core/kernel/result.ts';
import { mailEventJob } from '../jobs/mail-event.ts';

const quiet = (): void => undefined;
const log = { info: quiet, warn: quiet, error: quiet };

async function eventsThatMail({ deps }: World): Promise<readonly number[]> {
  const { rows } = await sql<{ event: number }>`
    select (data ->> 'event')::int as event from pgboss.job where name = 'mail-event' order by 1`.execute(
    deps.db.kysely,
  );
  return rows.map(({ event }) => event);
}

/** Runs the job once for each event that asked for it. */
async function mailAll(world: World, mailer?: Mailer): Promise<void> {
  const context = { deps: world.deps, mailer, log, signal: new AbortController().signal };
  for (const event of await eventsThatMail(world)) await mailEventJob.perform(context, event);
}

async function outbox({ deps, people }: World) {
  return okOf(await listAllMails(deps, people.administrator, 1000));
}

async function written(world: World): Promise<readonly string[]> {
  return (await outbox(world)).mails.map(({ kind, recipient }) => `${kind} ${recipient}`).sort();
}

describe('the mails that follow acts', () => {
  eachDatabase((_kind, open) => {
    test('go to the vendor’s people and the contact in the application, once however often the job runs', async () => {
      const world = await aWorld(await open());
      await aSubmittedCase(world);
      await mailAll(world);
      await mailAll(world);
      const mails = await written(world);
      const submitted = mails.filter((mail) => mail.startsWith('submitted'));
      assert.ok(
        submitted.includes('submitted editor@example.jp') && submitted.includes('submitted signatory@example.jp'),
      );
      assert.equal(new Set(mails).size, mails.length);
      assert.ok(!mails.some((mail) => /stranger|officer|agent/.test(mail) && mail.startsWith('submitted')));
      equal(
        submitted.filter((mail) => !mail.endsWith('editor@example.jp') && !mail.endsWith('signatory@example.jp'))
          .length,
        1,
      );
      equal((await outbox(world)).counts, { sent: 0, waiting: mails.length, failed: 0 });
    });

    test('tell of each step with its number, in both languages, and carry no content of the application', async () => {
      const world = await aWorld(await open());
      await aGrantedCase(world);
      await aReturnedCase(world);
      await mailAll(world);
      const { mails } = await outbox(world);
      const kinds = new Set(mails.map(({ kind }) => kind));
      for (const kind of ['submitted', 'returned', 'accepted', 'paid', 'granted', 'mandate-given'] as const) {
        assert.ok(kinds.has(kind), kind);
      }
      const { rows } = await sql<{ name: string }>`
        select application::jsonb #>> '{answers,product.name}' as name from cases limit 1`.execute(
        world.deps.db.kysely,
      );
      const name = rows[0]?.name ?? '';
      for (const { subject, body = '' } of mails) {
        assert.doesNotMatch(subject + body, /\{\w+\}|undefined/);
        assert.match(body, /https:\/\/label\.example\.jp\/en\/workspace\/(cases|mandates)/);
        assert.ok(name !== '' && !(subject + body).includes(name), 'the product is not named');
      }
      const accepted = mails.find(({ kind }) => kind === 'accepted')?.body ?? '';
      assert.match(accepted, /受理番号：\S+/);
      assert.match(accepted, /Fee: [\d,]+ JPY, tax included/);
    });

    test('reach vendor and agent when a mandate is given and revoked; an agent without one hears nothing more', async () => {
      const world = await aWorld(await open());
      const { deps, people, organisations } = world;
      const from = world.today();
      const given = { vendor: organisations.otherVendor, agent: organisations.agent, from };
      okOf(await giveMandate(deps, people.stranger, given));
      okOf(await revokeMandate(deps, people.signatory, { id: world.mandate, reason: '契約の終了' }));
      await anAcceptedCase(world);
      await mailAll(world);
      const mails = await written(world);
      for (const mail of [
        'mandate-given agent@example.jp',
        'mandate-given stranger@example.jp',
        'mandate-revoked agent@example.jp',
        'mandate-revoked signatory@example.jp',
      ]) {
        assert.ok(mails.includes(mail), mail);
      }
      assert.ok(!mails.some((mail) => mail === 'accepted agent@example.jp' || mail === 'accepted stranger@example.jp'));
    });

    test('are sent once; what a mail server does not take just now is tried again, the rest is not', async () => {
      const world = await aWorld(await open());
      const server = await mailServer();
      const real = smtpMailer({ url: server.url, from: 'label@example.jp' });
      const down: Mailer = {
        send: async (mail) =>
          mail.to === 'editor@example.jp' ? refused({ code: 'mail_not_taken', detail: 'ESOCKET' }) : real.send(mail),
      };
      const [first] = await eventsThatMail(world);
      const context = { deps: world.deps, log, signal: new AbortController().signal };
      await assert.rejects(mailEventJob.perform({ ...context, mailer: down }, first ?? 0), /1 mails of event/);
      equal((await outbox(world)).counts.failed, 1);
      const taken = server.taken.length;
      await mailEventJob.perform({ ...context, mailer: real }, first ?? 0);
      await mailEventJob.perform({ ...context, mailer: real }, first ?? 0);
      await server.close();
      equal(server.taken.length, taken + 1);
      const { counts, mails } = await outbox(world);
      equal(counts, { sent: mails.length, waiting: 0, failed: 0 });
      equal(server.taken.flatMap(({ to }) => to).sort(), mails.map(({ recipient }) => recipient).sort());
    });

    test('are given up for an address the mail server refuses for good, without holding up the others', async () => {
      const world = await aWorld(await open());
      const server = await mailServer();
      const mailer = smtpMailer({ url: server.url, from: 'label@example.jp' });
      await sql`update people set mail = 'nobody@example.jp' where mail = 'editor@example.jp'`.execute(
        world.deps.db.kysely,
      );
      await mailAll(world, mailer);
      await mailAll(world, mailer);
      await server.close();
      const { counts, mails } = await outbox(world);
      equal(counts, { sent: mails.length - 1, waiting: 0, failed: 1 });
      const [refusedMail] = mails.filter(({ fault }) => fault !== undefined);
      equal(
        [refusedMail?.recipient, refusedMail?.fault, refusedMail?.attempts],
        ['nobody@example.jp', 'refused EENVELOPE 550', 1],
      );
    });

    test('are seen by administrators only', async () => {
      const world = await aWorld(await open());
      for (const name of ['officerA', 'signatory', 'agent', 'schemeOfficer'] as const) {
        await refusedWithoutTrace(world.deps.db, () => listAllMails(world.deps, world.people[name], 10), {
          code: 'not_permitted',
          act: 'mail.list',
          roles: ['administrator'],
        });
      }
    });
  });
});
