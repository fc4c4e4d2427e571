import { confirmOwnSubscription } from '../src/app/subscription/subscription-acts.ts';
import { askSubscription, type AskedSubscription } from '../src/app/subscription/ask-subscription.ts';
import { sendNotices } from '../src/app/subscription/send-notices.ts';
import { tellCalendarChanges, tellPublication } from '../src/app/subscription/tell-changes.ts';
import type { HookCall, HookCaller, HookRefusal, Mailer, OutgoingMail } from '../src/app/ports.ts';
import { ok, refused } from '../src/core/kernel/result.ts';
import { okOf, SYSTEM, type World } from './builders/world.ts';

const NEVER = new AbortController().signal;

/** What a webhook under test answers: what it is sent back, or another text, or nothing but a refusal. */
type HookState = { hook: HookRefusal | undefined; dies: boolean; says: string | undefined };

/** What subscribers are told by: a mail server and webhooks that remember what they took, and refuse when told to. */
export function aPost(world: World) {
  const { deps } = world;
  const mails: OutgoingMail[] = [];
  const calls: HookCall[] = [];
  const state: HookState = { hook: undefined, dies: false, says: undefined };
  const mailer: Mailer = {
    send: (mail) => {
      mails.push(mail);
      if (state.dies) throw new Error('the process died');
      return Promise.resolve(ok(true));
    },
  };
  const hooks: HookCaller = {
    post: (call) => {
      calls.push(call);
      const { data } = JSON.parse(call.body) as { readonly data: { readonly challenge?: string } };
      const text = state.says ?? `${data.challenge ?? ''}\n`;
      return Promise.resolve(state.hook === undefined ? ok({ status: 200, text }) : refused(state.hook));
    },
  };
  const write = {
    write: (notice: { says: { what: string } }) => ({ subject: notice.says.what, body: 'x' }),
    signal: NEVER,
  };
  const send = async () => okOf(await sendNotices(deps, SYSTEM, { mailer, hooks }, write));
  const ask = async (asked: Partial<AskedSubscription> = {}) =>
    askSubscription(deps, {
      channel: 'mail',
      address: 'reader@example.jp',
      topic: { kind: 'search', search: { text: '' } },
      language: 'ja',
      network: '192.0.2.1',
      ...asked,
    });
  const secrets = async (): Promise<readonly string[]> =>
    (await deps.db.pool.query<{ secret: string }>('select secret from subscriptions order by asked_at, id')).rows.map(
      ({ secret }) => secret,
    );
  const confirmAll = async (): Promise<void> => {
    for (const secret of await secrets()) okOf(await confirmOwnSubscription(deps, secret));
  };
  /** Does what the jobs of all publications so far do. */
  const tell = async (): Promise<number> => {
    const { rows } = await deps.db.pool.query<{ id: string }>("select id from events where act = 'label.publish'");
    let told = 0;
    for (const { id } of rows) told += okOf(await tellPublication(deps, SYSTEM, Number(id)));
    return told;
  };
  const midnight = async (): Promise<number> => okOf(await tellCalendarChanges(deps, SYSTEM, NEVER));
  return { mails, calls, state, send, ask, secrets, confirmAll, tell, midnight };
}
