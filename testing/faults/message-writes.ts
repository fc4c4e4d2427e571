import { sendMails } from '../../src/app/mail/send-mails.ts';
import { sendWaitingMails } from '../../src/app/mail/send-waiting-mails.ts';
import { writeMails } from '../../src/app/mail/write-mails.ts';
import type { HookCaller, Mailer } from '../../src/app/ports.ts';
import { askSubscription } from '../../src/app/subscription/ask-subscription.ts';
import { sendNotices } from '../../src/app/subscription/send-notices.ts';
import { confirmOwnSubscription } from '../../src/app/subscription/subscription-acts.ts';
import { tellCalendarChanges, tellPublication } from '../../src/app/subscription/tell-changes.ts';
import { ok } from '../../src/core/kernel/result.ts';
import { aGrantedCase } from '../builders/cases.ts';
import { okOf, SYSTEM, type World } from '../builders/world.ts';
import { faultyHooks, faultyMailer } from './faulty-deps.ts';
import { RUNNING, rowOf, type RegisterWrite } from './register-write.ts';

const READER = 'reader@example.jp';

/** Everybody who is sent something, with the ids under which they got it. */
function receivers() {
  const got: string[] = [];
  const mailer: Mailer = {
    send: ({ id }) => {
      got.push(id);
      return Promise.resolve(ok(true));
    },
  };
  const hooks: HookCaller = {
    post: ({ headers, body }) => {
      got.push(headers['webhook-id'] ?? '');
      const { data } = JSON.parse(body) as { readonly data: { readonly challenge?: string } };
      return Promise.resolve(ok({ status: 200, text: data.challenge ?? '' }));
    },
  };
  return { got, mailer, hooks };
}

const written = { write: () => ({ subject: 's', body: 'b' }), signal: RUNNING };

/** Somebody follows everything by mail, and a webhook does; both have shown that they want it. */
async function followed(world: World): Promise<void> {
  const { deps } = world;
  const { rows } = await deps.db.pool.query('select from subscriptions');
  if (rows.length > 0) return;
  const asked = { topic: { kind: 'search', search: { text: '' } }, language: 'ja', network: 'n' } as const;
  okOf(await askSubscription(deps, { ...asked, channel: 'mail', address: READER }));
  okOf(await askSubscription(deps, { ...asked, channel: 'webhook', address: 'https://hook.example.jp/' }));
  const found = await rowOf(world, `select secret from subscriptions where channel = 'mail'`);
  okOf(await confirmOwnSubscription(deps, String(found['secret'])));
  const { mailer, hooks } = receivers();
  okOf(await sendNotices(deps, SYSTEM, { mailer, hooks }, written));
  world.clock.advance({ hours: 1 });
}

const eventOf = async (world: World, subject: string): Promise<number> =>
  Number((await rowOf(world, `select max(id) as id from events where subject_id = $1`, [subject]))['id']);

const asked: RegisterWrite = {
  files: ['subscription/ask-subscription.ts', 'subscription/subscription-acts.ts'],
  // Two attempts are counted before.
  writes: ['commit', 'commit', 'commit', 'commit'],
  arrange: async (world) => {
    await world.deps.db.pool.query('truncate subscriptions, notices, attempts');
    const topic = { kind: 'search', search: { text: '' } } as const;
    return {
      run: async (deps) => {
        await askSubscription(deps, { channel: 'mail', address: READER, topic, language: 'ja', network: 'n' });
        const { secret } = await rowOf(world, 'select secret from subscriptions');
        await confirmOwnSubscription(deps, String(secret));
      },
      outcome: () =>
        rowOf(world, 'select count(*)::int as subscriptions, count(confirmed_at)::int as confirmed from subscriptions'),
      expected: { subscriptions: 1, confirmed: 1 },
    };
  },
};

const toldOfPublication: RegisterWrite = {
  files: ['subscription/tell-changes.ts'],
  writes: ['commit'],
  arrange: async (world) => {
    await followed(world);
    const { label } = await aGrantedCase(world);
    const event = await eventOf(world, label.id);
    return {
      run: (deps) => tellPublication(deps, SYSTEM, event),
      outcome: () =>
        rowOf(world, 'select count(*)::int as notices from notices where occurrence = $1', [
          `${label.number}#published`,
        ]),
      expected: { notices: 2 },
    };
  },
};

const toldOfMidnight: RegisterWrite = {
  files: ['subscription/tell-changes.ts'],
  writes: ['commit', 'commit', 'commit', 'commit'],
  arrange: async (world) => {
    const { rows } = await world.deps.db.pool.query<{ number: string }>('select number from labels');
    if (rows.length === 0) await aGrantedCase(world);
    world.clock.set('2028-03-31T12:00:00Z');
    await world.deps.db.pool.query('truncate subscriptions, notices, calendar_told, attempts');
    await followed(world);
    world.clock.set('2028-03-31T15:05:00Z');
    await world.deps.db.pool.query(`insert into calendar_told (until_day) values ('2028-03-31')`);
    return {
      run: (deps) => tellCalendarChanges(deps, SYSTEM, RUNNING),
      outcome: () =>
        rowOf(
          world,
          `select count(*)::int as notices, (select max(until_day)::text from calendar_told) as until from notices
          where occurrence like '%#in_grace'`,
        ),
      expected: { notices: 2, until: '2028-04-01' },
    };
  },
};

const notices: RegisterWrite = {
  files: ['subscription/send-notices.ts'],
  writes: ['commit', 'mail', 'webhook', 'commit', 'commit', 'commit'],
  arrange: async (world) => {
    await followed(world);
    const { label } = await aGrantedCase(world);
    okOf(await tellPublication(world.deps, SYSTEM, await eventOf(world, label.id)));
    const { got, mailer, hooks } = receivers();
    return {
      run: async (deps, writes) => {
        const carriers = { mailer: faultyMailer(mailer, writes), hooks: faultyHooks(hooks, writes) };
        okOf(await sendNotices(deps, SYSTEM, carriers, written));
        // What was taken by a process that is no more is due again after a while.
        world.clock.advance({ minutes: 11 });
        okOf(await sendNotices(deps, SYSTEM, carriers, written));
      },
      outcome: async () => ({
        told: new Set(got).size,
        ...(await rowOf(world, 'select count(*) filter (where done_at is null)::int as waiting from notices')),
      }),
      expected: { told: 2, waiting: 0 },
    };
  },
};

const mails: RegisterWrite = {
  files: ['mail/write-mails.ts', 'mail/send-mails.ts', 'mail/send-waiting-mails.ts'],
  writes: ['commit', 'mail', 'commit'],
  arrange: async (world) => {
    const { id } = await aGrantedCase(world);
    const event = await eventOf(world, id);
    const { got, mailer } = receivers();
    return {
      run: async (deps, writes) => {
        const carrier = faultyMailer(mailer, writes);
        okOf(await writeMails(deps, SYSTEM, event, () => ({ subject: 's', body: 'b' })));
        okOf(await sendMails(deps, carrier, SYSTEM, event));
        world.clock.advance({ hours: 3 });
        okOf(await sendWaitingMails(deps, carrier, SYSTEM, RUNNING));
      },
      outcome: async () => {
        const found = await rowOf(
          world,
          'select count(*)::int as mails, count(sent_at)::int as sent from mails where event = $1',
          [event],
        );
        return {
          isEach: found['mails'] === found['sent'] && found['sent'] === new Set(got).size,
          some: got.length > 0,
        };
      },
      expected: { isEach: true, some: true },
    };
  },
};

/** What readers are told, by mail and webhook. */
export const MESSAGE_WRITES: Readonly<Record<string, RegisterWrite>> = {
  'a subscription asked for and confirmed': asked,
  'notices of a publication': toldOfPublication,
  'notices of midnight': toldOfMidnight,
  'notices by mail and webhook': notices,
  'mails of an event': mails,
};
