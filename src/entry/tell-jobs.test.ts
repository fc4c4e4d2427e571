import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, describe, test } from 'node:test';
import { sql } from 'kysely';
import { aGrantedCase } from '../../testing/builders/cases.ts';
import { aWorld, okOf } from '../../testing/builders/world.ts';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { until } from '../../testing/until.ts';
import { hookCaller } from '../adapters/hook-caller.ts';
import { appendPublication } from '../app/label/append-publication.ts';
import { askSubscription } from '../app/subscription/ask-subscription.ts';
import { readSubscription } from '../app/subscription/subscription-acts.ts';
import { refused } from '../core/kernel/result.ts';
import { listLabelsByKeys } from '../db/labels.ts';
import { transact } from '../db/transact.ts';
import { searchKey } from '../core/kernel/fold.ts';
import { startJobs } from './start-jobs.ts';

const quiet = (): void => undefined;
const LOG = { info: quiet, warn: quiet, error: quiet };

/** A webhook on this machine, which takes everything and remembers it. */
async function aHook() {
  const taken: { readonly headers: Readonly<Record<string, unknown>>; readonly body: string }[] = [];
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString()));
    request.on('end', () => {
      taken.push({ headers: request.headers, body });
      const { data } = JSON.parse(body) as { readonly data: { readonly challenge?: string } };
      response.end(data.challenge);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  after(() => server.close());
  return { address: `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/`, taken };
}

describe('what follows a publication', () => {
  eachDatabase((_kind, open) => {
    test('a webhook is told of it by the jobs, once, in a message its key vouches for', async () => {
      const world = await aWorld(await open());
      const { deps } = world;
      const hook = await aHook();
      const asked = { channel: 'webhook', address: hook.address, language: 'ja', network: '' } as const;
      const made = okOf(await askSubscription(deps, { ...asked, topic: { kind: 'search', search: { text: 'HGW' } } }));
      const hooks = hookCaller({ allowsLoopback: true });
      const jobs = await startJobs({ deps, hooks, log: LOG, pollSeconds: 0.5 });
      const confirmed = sql<{ yes: boolean }>`select confirmed_at is not null as yes from subscriptions`;
      await until(
        'the challenge is sent back',
        async () => (await confirmed.execute(deps.db.kysely)).rows[0]?.yes === true,
      );
      world.clock.set(deps.clock.now().add({ minutes: 1 }).toString());
      const { number } = (await aGrantedCase(world)).label;
      await until('the publication is told', () => hook.taken.length >= 2);
      await jobs.stop();
      const { subscription } = (await readSubscription(deps, made?.secret ?? '')) ?? assert.fail();
      const { headers, body } = hook.taken[1] ?? assert.fail();
      const { type, data } = JSON.parse(body) as { readonly type: string; readonly data: { readonly number: string } };
      equal([type, data.number, hook.taken.length], ['label.published', number, 2]);
      const [id, timestamp] = [String(headers['webhook-id']), String(headers['webhook-timestamp'])];
      const key = Buffer.from((subscription.signing_key ?? '').replace('whsec_', ''), 'base64');
      const right = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
      equal(headers['webhook-signature'], `v1,${right}`);
    });

    test('is enqueued with the act, and not at all when the act is rolled back', async () => {
      const world = await aWorld(await open());
      const { deps } = world;
      const { number } = (await aGrantedCase(world)).label;
      const waiting = async (): Promise<number> =>
        (await sql`select 1 from pgboss.job where name = 'tell-publication'`.execute(deps.db.kysely)).rows.length;
      equal(await waiting(), 1);
      const [label] = await listLabelsByKeys(deps.db.kysely, [searchKey(number)]);
      await transact(deps.db, async (tx) => {
        await appendPublication(deps, tx, label ?? assert.fail(), { at: deps.clock.now(), by: undefined });
        return refused({ code: 'changed_my_mind' });
      });
      equal(await waiting(), 1);
    });
  });
});
