import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aWorld, okOf, SYSTEM, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import { ok, refused } from '../../core/kernel/result.ts';
import { acceptInvitation } from '../access/accept-invitation.ts';
import { invitePerson } from '../access/invite-person.ts';
import { withdrawInvitation } from '../access/withdraw-invitation.ts';
import type { Mailer, OutgoingMail } from '../ports.ts';
import type { InvitationId } from '../../core/kernel/ids.ts';
import { sendWaitingMails } from './send-waiting-mails.ts';
import { writeMails } from './write-mails.ts';

/** A mail server that takes everything, or nothing while it is away. */
function aMailer() {
  const taken: OutgoingMail[] = [];
  const state = { isAway: false };
  const send: Mailer['send'] = (mail) => {
    if (state.isAway) return Promise.resolve(refused({ code: 'mail_not_taken', detail: 'ESOCKET' }));
    taken.push(mail);
    return Promise.resolve(ok(true));
  };
  return { taken, state, send };
}

const sweep = async ({ deps }: World, mailer: Mailer | undefined) =>
  okOf(await sendWaitingMails(deps, mailer, SYSTEM, new AbortController().signal));

const write = ({ link }: { readonly link: string }) => ({ subject: 'invited', body: link });

async function bodies({ deps }: World): Promise<readonly (string | null)[]> {
  const { rows } = await deps.db.pool.query<{ body: string | null }>('select body from mails order by written_at, id');
  return rows.map(({ body }) => body);
}

const invite = async ({ deps, people }: World, mail = 'reviewer@example.jp', isAgain = false) =>
  okOf(await invitePerson(deps, people.administrator, { mail, isAgain }, write));

async function lastEvent({ deps }: World): Promise<number> {
  const { rows } = await deps.db.pool.query<{ id: number }>('select max(id)::int as id from events');
  return rows[0]?.id ?? 0;
}

describe('mails left behind', () => {
  eachDatabase((_kind, open) => {
    test('are sent, once, as soon as a mail server is configured', async () => {
      const world = await aWorld(await open());
      const event = await lastEvent(world);
      okOf(await writeMails(world.deps, SYSTEM, event, () => ({ subject: 's', body: 'b' })));
      const mailer = aMailer();
      world.clock.advance('PT11M');
      equal(await sweep(world, undefined), { cleared: 0, sent: 0, failed: 0 });
      const { sent } = await sweep(world, mailer);
      assert.ok(sent > 0);
      equal(mailer.taken.length, sent);
      equal(await sweep(world, mailer), { cleared: 0, sent: 0, failed: 0 });
    });

    test('are left to their own job while it may still be at them, and nobody is sent what is a month old', async () => {
      const world = await aWorld(await open());
      okOf(await writeMails(world.deps, SYSTEM, await lastEvent(world), () => ({ subject: 's', body: 'b' })));
      const mailer = aMailer();
      world.clock.advance('PT9M');
      equal((await sweep(world, mailer)).sent, 0);
      world.clock.advance('PT2M');
      mailer.state.isAway = true;
      assert.ok((await sweep(world, mailer)).failed > 0);
      mailer.state.isAway = false;
      world.clock.advance('PT1H');
      equal((await sweep(world, mailer)).sent, 0);
      world.clock.advance('PT2H');
      assert.ok((await sweep(world, mailer)).sent > 0);
      const late = await aWorld(await open());
      okOf(await writeMails(late.deps, SYSTEM, await lastEvent(late), () => ({ subject: 's', body: 'b' })));
      late.clock.advance('PT721H');
      equal((await sweep(late, mailer)).sent, 0);
    });

    test('are for the system to send', async () => {
      const { deps, people } = await aWorld(await open());
      const roles = ['system'];
      const attempt = () => sendWaitingMails(deps, aMailer(), people.administrator, new AbortController().signal);
      await refusedWithoutTrace(deps.db, attempt, { code: 'not_permitted', act: 'mail.send', roles });
    });
  });
});

describe('the link in the mail of an invitation', () => {
  eachDatabase((_kind, open) => {
    test('is taken out when it was used, and is not sent any more', async () => {
      const world = await aWorld(await open());
      const { link } = await invite(world);
      equal(await bodies(world), [link]);
      const secret = link.split('/').at(-1) ?? '';
      okOf(await acceptInvitation(world.deps, { secret, network: 'n', userAgent: '' }));
      equal(await bodies(world), [null]);
      world.clock.advance('PT11M');
      equal((await sweep(world, aMailer())).sent, 0);
    });

    test('is taken out when it was withdrawn, made anew, or has expired; others keep theirs', async () => {
      const world = await aWorld(await open());
      await invite(world);
      const other = await invite(world, 'officera@example.jp');
      const again = await invite(world, 'reviewer@example.jp', true);
      equal((await bodies(world)).filter((body) => body !== null).sort(), [other.link, again.link].sort());
      const { deps, people } = world;
      const { rows } = await deps.db.pool.query<{ id: InvitationId }>(
        "select id from invitations where person = (select id from people where mail = 'reviewer@example.jp')",
      );
      okOf(await withdrawInvitation(deps, people.administrator, rows[0]?.id ?? ('none' as InvitationId)));
      equal(
        (await bodies(world)).filter((body) => body !== null),
        [other.link],
      );
      world.clock.advance('PT72H');
      equal((await sweep(world, undefined)).cleared, 0);
      world.clock.advance('PT1S');
      equal((await sweep(world, undefined)).cleared, 1);
      equal(
        (await bodies(world)).filter((body) => body !== null),
        [],
      );
    });
  });
});
