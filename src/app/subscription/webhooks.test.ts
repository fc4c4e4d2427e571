import assert from 'node:assert/strict';
import { test } from 'node:test';
import { aGrantedCase } from '../../../testing/builders/cases.ts';
import { aWorld, okOf, SYSTEM, type World } from '../../../testing/builders/world.ts';
import { eachDatabase } from '../../../testing/database.ts';
import { equal } from '../../../testing/equal.ts';
import { aPost } from '../../../testing/notice-post.ts';
import { ok } from '../../core/kernel/result.ts';
import type { HookCall, HookCaller } from '../ports.ts';
import { sendNotices } from './send-notices.ts';
import { readSubscription } from './subscription-acts.ts';

const HOOK = { channel: 'webhook', address: 'https://hooks.example/in' } as const;

type Message = {
  readonly type: string;
  readonly data: { readonly challenge?: string; readonly topic?: object };
  readonly end: string;
};

const messageOf = ({ body }: HookCall): Message => JSON.parse(body) as Message;

const later = (world: World, hours: number): void => world.clock.set(world.deps.clock.now().add({ hours }).toString());

eachDatabase((_kind, open) => {
  test('an address that answers anything but its challenge is told of nothing, and left alone after six messages', async () => {
    for (const says of ['', 'ok', 'whole'] as const) {
      const world = await aWorld(await open());
      const { calls, state, ask, send, tell, secrets, midnight } = aPost(world);
      okOf(await ask(HOOK));
      for (let hour = 0; hour < 40; hour += 1) {
        // Many servers answer 2xx to whatever they are sent, and some with what they were sent.
        state.says = says === 'whole' ? (calls.at(-1)?.body ?? '') : says;
        await send();
        later(world, 1);
      }
      equal(
        calls.map((call) => messageOf(call).type),
        Array.from({ length: 6 }, () => 'subscription.challenge'),
      );
      equal(new Set(calls.map((call) => messageOf(call).data.challenge)).size, 1);
      const [secret = ''] = await secrets();
      const shown = (await readSubscription(world.deps, secret)) ?? assert.fail('it is gone');
      equal(
        [shown.subscription.confirmed_at, shown.notices[0]?.fault, shown.notices[0]?.due_at],
        [null, 'hook_unconfirmed', null],
      );
      await aGrantedCase(world);
      equal(await tell(), 0);
      later(world, 9);
      await midnight();
      equal(await secrets(), []);
    }
  });

  test('every message names what is followed at first, and where it can be ended, for its reader need not have asked', async () => {
    const world = await aWorld(await open());
    const { calls, ask, send, tell } = aPost(world);
    const { secret } = okOf(await ask({ ...HOOK, topic: { kind: 'type', text: 'router' } })) ?? assert.fail();
    await send();
    later(world, 1);
    await aGrantedCase(world);
    equal(await tell(), 1);
    await send();
    const messages = calls.map(messageOf);
    equal(
      messages.map(({ type }) => type),
      ['subscription.challenge', 'label.published'],
    );
    equal(messages[0]?.data.topic, { kind: 'type', id: 'router' });
    const end = `https://label.example.jp/subscriptions/${secret}/end`;
    equal(
      messages.map((message) => message.end),
      [end, end],
    );
  });

  test('an address is told of a topic once: asked for again it begins anew until it has confirmed, and is refused after', async () => {
    const world = await aWorld(await open());
    const { calls, state, ask, send, secrets } = aPost(world);
    const first = okOf(await ask(HOOK)) ?? assert.fail();
    const second = okOf(await ask(HOOK)) ?? assert.fail();
    equal(await secrets(), [second.secret]);
    assert.notEqual(second.secret, first.secret);
    await send();
    equal(calls.length, 1, 'the first is not asked for any more');
    const confirmed = (await readSubscription(world.deps, second.secret)) ?? assert.fail();
    assert.notEqual(confirmed.subscription.confirmed_at, null);
    equal(await ask(HOOK), { ok: false, error: { code: 'already_told' } });
    equal((await readSubscription(world.deps, second.secret))?.subscription, confirmed.subscription);
    okOf(await ask({ ...HOOK, topic: { kind: 'type', text: 'router' } }));
    equal((await secrets()).length, 2);

    state.hook = { code: 'hook_away' };
    await world.deps.db.pool.query('update subscriptions set disabled_at = $2 where secret = $1', [
      second.secret,
      world.deps.clock.now().toString(),
    ]);
    const third = okOf(await ask(HOOK)) ?? assert.fail();
    const anew = (await readSubscription(world.deps, third.secret))?.subscription;
    equal([anew?.confirmed_at, anew?.disabled_at, (await secrets()).length], [null, null, 2]);
  });

  test('what was sent back to an earlier message confirms nothing that was asked for since', async () => {
    const world = await aWorld(await open());
    const { ask, secrets } = aPost(world);
    okOf(await ask(HOOK));
    const stop = new AbortController();
    const hooks: HookCaller = {
      post: async (call) => {
        okOf(await ask(HOOK));
        stop.abort();
        return ok({ status: 200, text: messageOf(call).data.challenge ?? '' });
      },
    };
    const write = { write: () => ({ subject: '', body: '' }), signal: stop.signal };
    okOf(await sendNotices(world.deps, SYSTEM, { hooks }, write));
    const [secret = ''] = await secrets();
    equal((await readSubscription(world.deps, secret))?.subscription.confirmed_at, null);
  });

  test('a host is asked five times a day, whatever its ports and paths', async () => {
    const world = await aWorld(await open());
    const { ask } = aPost(world);
    const codes: unknown[] = [];
    for (let place = 0; place < 6; place += 1) {
      const asked = await ask({ ...HOOK, address: `https://hooks.example:${String(8000 + place)}/${String(place)}` });
      codes.push(asked.ok ? 'asked' : asked.error.code);
    }
    equal(codes, [...Array.from({ length: 5 }, () => 'asked'), 'too_many_attempts']);
  });
});
