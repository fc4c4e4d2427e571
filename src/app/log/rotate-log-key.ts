import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { appendEvent, type EventActor } from '../../db/events.ts';
import { lockLogHead, type LogKeyTexts } from '../../db/public-log.ts';
import { transact, type Tx } from '../../db/transact.ts';
import { logKeyEntry } from '../../formats/public-log-entry/write-entry.ts';
import { eventActor } from '../event-actor.ts';
import type { Deps } from '../ports.ts';
import { appendPublicFacts, keyTextOf, type LogNotSigned } from './append-public-facts.ts';

/** Why the log's keys were not changed. */
type LogKeyRefusal =
  | AccessRefusal
  | LogNotSigned
  | { readonly code: 'log_key_unusable'; readonly place: string; readonly trouble: string }
  | { readonly code: 'log_key_joining' | 'no_log_key_joining' };

/** The keys that sign from now on, as text. */
type TurnedKeys = { readonly key: string; readonly before: string };

/** Under which the log has the entries about its keys. */
const SUBJECT = 'log-key';

type Turn = {
  readonly kind: 'log-key-introduced' | 'log-key-retired';
  readonly act: 'log-key.rotate' | 'log-key.retire';
  readonly key: string;
  readonly turn: (keys: LogKeyTexts) => LogKeyTexts;
  readonly by: EventActor | undefined;
};

/** Logs the change of keys, as an entry of the log itself and as an event. */
async function turned(deps: Deps, tx: Tx, { kind, act, key, turn, by }: Turn): Promise<Result<true, LogNotSigned>> {
  const at = deps.clock.now();
  await appendEvent(tx, { at, act, actor: by, subject: { kind: SUBJECT, id: key } });
  return appendPublicFacts(deps, tx, [{ at, kind, subject: SUBJECT, entry: logKeyEntry({ kind, at, key }) }], turn);
}

/**
 * Gives the public log a further key, which signs beside the one it has until that one retires. The log itself says so, under
 * the signature of the old key: whoever trusts that one learns of the new one. The key is made, durably, before anything
 * says that it signs: cut off in between, the old one goes on alone.
 */
export function rotateLogKey(deps: Deps, actor: Actor): Promise<Result<TurnedKeys, LogKeyRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<TurnedKeys, LogKeyRefusal>> => {
    const allowed = authorize(actor, 'log-key.rotate', {});
    if (!allowed.ok) return allowed;
    const { signed } = await lockLogHead(tx);
    if (signed === undefined || deps.logKeys === undefined) throw new Error('this log cannot be given another key');
    if (signed.joiningKey !== undefined) return refused({ code: 'log_key_joining' });
    const made = await deps.logKeys.create();
    if (!made.ok) return refused({ ...made.error, code: 'log_key_unusable' });
    const key = keyTextOf(deps.logOrigin, made.value);
    const turn: Turn['turn'] = (keys) => ({ ...keys, joiningKey: key });
    const by = eventActor(actor, allowed.value, undefined);
    const done = await turned(deps, tx, { kind: 'log-key-introduced', act: 'log-key.rotate', key, turn, by });
    return done.ok ? ok({ key, before: signed.verifierKey }) : done;
  });
}

/** Ends the time of two keys: the old one signs no more, also not the checkpoint that says so. */
export function retireLogKey(deps: Deps, actor: Actor): Promise<Result<TurnedKeys, LogKeyRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<TurnedKeys, LogKeyRefusal>> => {
    const allowed = authorize(actor, 'log-key.retire', {});
    if (!allowed.ok) return allowed;
    const { signed } = await lockLogHead(tx);
    const key = signed?.joiningKey;
    if (signed === undefined || key === undefined) return refused({ code: 'no_log_key_joining' });
    const turn: Turn['turn'] = () => ({ verifierKey: key, joiningKey: undefined });
    const { verifierKey: before } = signed;
    const by = eventActor(actor, allowed.value, undefined);
    const done = await turned(deps, tx, { kind: 'log-key-retired', act: 'log-key.retire', key: before, turn, by });
    return done.ok ? ok({ key, before }) : done;
  });
}
