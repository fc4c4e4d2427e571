import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { sql } from 'kysely';
import { aWorld, okOf, SYSTEM, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { refusedWithoutTrace } from '../../../testing/without-trace.ts';
import { ok, refused } from '../../core/kernel/result.ts';
import type { Mailer } from '../ports.ts';
import { askToSend } from './ask-to-send.ts';
import { sendWaitingMails } from './send-waiting-mails.ts';
import { writeMails } from './write-mails.ts';

const away: Mailer = { send: () => Promise.resolve(refused({ code: 'mail_not_taken', detail: 'ESOCKET' })) };
const takesAll: Mailer = { send: () => Promise.resolve(ok(true)) };

const sweep = async ({ deps }: World, mailer: Mailer) =>
  okOf(await sendWaitingMails(deps, mailer, SYSTEM, new AbortController().signal));

/** A world in which somebody was written to just now. */
async function withMails(db: Parameters<typeof aWorld>[0]): Promise<World> {
  const world = await aWorld(db);
  const { rows } = await sql<{ id: number }>`select max(id)::int as id from events`.execute(world.deps.db.kysely);
  okOf(await writeMails(world.deps, SYSTEM, rows[0]?.id ?? 0, () => ({ subject: 's', body: 'b' })));
  return world;
}

describe('asking for waiting mails to be sent', () => {
  eachDatabase((_kind, open) => {
    test('has those sent at once that would have waited, also those a mail server did not take, and records who asked', async () => {
      const world = await withMails(await open());
      const { deps, people, clock } = world;
      clock.advance('PT2M');
      equal((await sweep(world, takesAll)).sent, 0);
      const count = okOf(await askToSend(deps, people.administrator));
      assert.ok(count > 0);
      clock.advance('PT5S');
      assert.ok((await sweep(world, away)).failed > 0);
      clock.advance('PT2M');
      equal((await sweep(world, takesAll)).sent, 0);
      equal(okOf(await askToSend(deps, people.administrator)), count);
      equal((await sweep(world, takesAll)).sent, count);
      const { rows } = await sql<{ role: string; detail: unknown }>`
        select actor_role as role, detail from events where act = 'mail.ask-to-send'`.execute(deps.db.kysely);
      const asked = { role: 'administrator', detail: { mails: count } };
      equal(rows, [asked, asked]);
      const jobs = await sql`select name from pgboss.job where name = 'send-waiting-mails'`.execute(deps.db.kysely);
      equal(jobs.rows.length, 1, 'a job that waits already is not enqueued again');
      await refusedWithoutTrace(deps.db, () => askToSend(deps, people.administrator), { code: 'no_mail_waits' });
    });

    test('leaves alone what was written a moment ago: its own job is at it', async () => {
      const world = await withMails(await open());
      world.clock.advance('PT10S');
      okOf(await askToSend(world.deps, world.people.administrator));
      equal((await sweep(world, takesAll)).sent, 0);
    });

    test('does not count mails nobody wants any more', async () => {
      const { deps, people, clock } = await withMails(await open());
      clock.advance('P31D');
      await refusedWithoutTrace(deps.db, () => askToSend(deps, people.administrator), { code: 'no_mail_waits' });
    });

    test('is for administrators alone', async () => {
      const { deps, people } = await withMails(await open());
      for (const name of ['officerA', 'signatory', 'agent'] as const) {
        const refusal = { code: 'not_permitted', act: 'mail.ask-to-send', roles: ['administrator'] };
        await refusedWithoutTrace(deps.db, () => askToSend(deps, people[name]), refusal);
      }
    });
  });
});
