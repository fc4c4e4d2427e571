import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aGrantedCase } from '../../../testing/builders/cases.ts';
import { aWorld, okOf, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { aPost } from '../../../testing/notice-post.ts';
import { endSubscription, readSubscription } from './subscription-acts.ts';

const later = (world: World, hours: number): void => world.clock.set(world.deps.clock.now().add({ hours }).toString());

eachDatabase((_kind, open) => {
  test('nothing is told before the reader confirmed, and each thing once after that', async () => {
    const world = await aWorld(await open());
    const { mails, ask, send, confirmAll, tell } = aPost(world);
    okOf(await ask());
    await send();
    equal(
      mails.map(({ to, subject }) => [to, subject]),
      [['reader@example.jp', 'confirm']],
    );
    await aGrantedCase(world);
    equal([await tell(), await send()], [0, { sent: 0, failed: 0 }]);
    later(world, 1);
    await confirmAll();
    later(world, 1);
    await aGrantedCase(world);
    equal(
      [await tell(), await tell(), await send(), await send()],
      [1, 0, { sent: 1, failed: 0 }, { sent: 0, failed: 0 }],
    );
    equal(
      mails.map(({ subject }) => subject),
      ['confirm', 'published'],
    );
  });

  test('a label, a maker, a type and a search are told what is theirs, each subscription by itself', async () => {
    const world = await aWorld(await open());
    const { mails, ask, send, confirmAll, tell, midnight } = aPost(world);
    await midnight();
    const { number } = (await aGrantedCase(world)).label;
    const { rows } = await world.deps.db.pool.query<{ maker_key: string; product_type: string }>(
      'select maker_key, product_type from label_search',
    );
    const { maker_key: maker = '', product_type: type = '' } = rows[0] ?? {};
    const topics = [
      { kind: 'label', text: number.toLowerCase() },
      { kind: 'maker', text: maker },
      { kind: 'type', text: type },
      { kind: 'search', search: { text: 'HGW', chosen: { level: 's1' } } },
      { kind: 'search', search: { text: 'HGW', chosen: { level: 's2' } } },
    ] as const;
    for (const [place, topic] of topics.entries()) {
      okOf(await ask({ topic, address: `reader${String(place)}@example.jp` }));
    }
    for (const kind of ['label', 'maker', 'type'] as const) {
      const unknown = await ask({ topic: { kind, text: 'nothing' } });
      equal(!unknown.ok && unknown.error.code, 'no_such_topic');
    }
    later(world, 1);
    await confirmAll();
    await send();
    mails.length = 0;
    later(world, 1);
    await aGrantedCase(world);
    equal(await tell(), 3, 'the label followed was published before');
    world.clock.set('2028-04-10T00:00:00Z');
    equal([await midnight(), await midnight()], [7, 0], 'both labels to three, one of them to its own follower');
    await send();
    const told = (place: number) =>
      mails.filter(({ to }) => to.startsWith(`reader${String(place)}@`)).map(({ subject }) => subject);
    equal([0, 1, 2, 3, 4].map(told), [
      ['in_grace'],
      ['published', 'in_grace', 'in_grace'],
      ['published', 'in_grace', 'in_grace'],
      ['published', 'in_grace', 'in_grace'],
      [],
    ]);
    world.clock.set('2028-06-10T00:00:00Z');
    equal(await midnight(), 7);
  });

  test('a mail that was on its way when the process died goes out again under the same id, and is told once', async () => {
    const world = await aWorld(await open());
    const { mails, state, ask, send } = aPost(world);
    okOf(await ask());
    state.dies = true;
    await assert.rejects(send());
    state.dies = false;
    equal(await send(), { sent: 0, failed: 0 }, 'whoever took it may still be at it');
    later(world, 1);
    equal(await send(), { sent: 1, failed: 0 });
    equal([mails.length, new Set(mails.map(({ id }) => id)).size], [2, 1]);
  });

  test('a webhook is told only after it answered, is tried again ever later, and disabled after five days without any', async () => {
    const world = await aWorld(await open());
    const { calls, state, ask, send, tell } = aPost(world);
    state.hook = { code: 'hook_away' };
    const hook = okOf(await ask({ channel: 'webhook', address: 'https://hooks.example/x' })) ?? assert.fail();
    const shown = async () => (await readSubscription(world.deps, hook.secret)) ?? assert.fail('it is gone');
    await send();
    equal([calls.length, (await shown()).subscription.confirmed_at], [1, null]);
    state.hook = undefined;
    later(world, 1);
    await send();
    assert.notEqual((await shown()).subscription.confirmed_at, null);
    await aGrantedCase(world);
    state.hook = { code: 'hook_refused', status: 500 };
    equal(await tell(), 1);
    calls.length = 0;
    for (let hour = 0; hour < 24 * 6; hour += 1) {
      await send();
      later(world, 1);
    }
    const { subscription, notices } = await shown();
    assert.ok(calls.length > 15 && calls.length < 40, `${String(calls.length)} attempts`);
    equal(new Set(calls.map(({ headers }) => headers['webhook-id'])).size, 1);
    assert.notEqual(subscription.disabled_at, null);
    equal(
      notices.map(({ fault, status, due_at }) => [fault, status, due_at]),
      [
        ['hook_refused', 500, null],
        [null, 200, null],
      ],
    );
    await aGrantedCase(world);
    equal(await tell(), 0);
  });

  test('an address asked for again gets a mail and no second subscription, and five a day at most', async () => {
    const world = await aWorld(await open());
    const { mails, ask, send, secrets, confirmAll } = aPost(world);
    okOf(await ask());
    await confirmAll();
    for (let time = 0; time < 8; time += 1) {
      world.clock.set(world.deps.clock.now().add({ minutes: 1 }).toString());
      equal(await ask(), { ok: true, value: undefined }, 'the answer never tells');
    }
    await send();
    equal(
      mails.map(({ subject }) => subject),
      ['confirm', 'already', 'already', 'already', 'already'],
    );
    equal((await secrets()).length, 1);
    for (let time = 0; time < 30; time += 1) await ask({ address: `other${String(time)}@example.jp` });
    const refusedOne = await ask({ address: 'one-more@example.jp' });
    equal(!refusedOne.ok && refusedOne.error.code, 'too_many_attempts');
  });

  test('what is ended is forgotten, address and all; what is never confirmed after two days', async () => {
    const world = await aWorld(await open());
    const { ask, secrets, confirmAll, midnight } = aPost(world);
    okOf(await ask());
    await confirmAll();
    okOf(await ask({ address: 'never@example.jp' }));
    const [first = ''] = await secrets();
    okOf(await endSubscription(world.deps, first));
    equal((await endSubscription(world.deps, first)).ok, false);
    equal((await secrets()).length, 1);
    later(world, 49);
    await midnight();
    equal(await secrets(), []);
    const { rows } = await world.deps.db.pool.query<{ all: string }>(
      "select string_agg(to_jsonb(events)::text, ' ') as all from events where subject_kind = 'subscription'",
    );
    assert.doesNotMatch(rows[0]?.all ?? '', /@/);
    assert.match(rows[0]?.all ?? '', /subscription\.end/);
  });

  test('the calendar is made up for after days without anybody running, and what comes late is told all the same', async () => {
    const world = await aWorld(await open());
    const { ask, confirmAll, midnight, tell } = aPost(world);
    okOf(await ask());
    await confirmAll();
    later(world, 1);
    await aGrantedCase(world);
    world.clock.set('2028-03-20T00:00:00Z');
    await midnight();
    world.clock.set('2028-04-08T00:00:00Z');
    equal([await midnight(), await midnight()], [1, 0]);
    equal(await tell(), 1, 'a job that comes late still tells what happened');
  });
});
