import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import type { SessionEnd } from '../../core/access/session.ts';
import type { SessionId } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { appendEvent } from '../../db/events.ts';
import { endSessionsOf, lockSession, saveSessionEnded } from '../../db/sessions.ts';
import { transact } from '../../db/transact.ts';
import type { Tx } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import type { FoundSession } from './find-session.ts';

type Ending = { readonly deps: Pick<Deps, 'db' | 'clock'>; readonly session: FoundSession };

async function appendEnd(tx: Tx, { deps, session }: Ending, id: SessionId, by: SessionEnd): Promise<void> {
  await appendEvent(tx, {
    at: deps.clock.now(),
    act: 'session.end',
    actor: { person: session.person.id, organisation: session.organisation?.organisation, role: 'person' },
    subject: { kind: 'session', id },
    detail: { by },
  });
}

/**
 * Ends one session of the person who asks, at once: their own (signing out) or one on another device. Ending what has
 * ended already is no fault.
 */
export function endSession(
  deps: Pick<Deps, 'db' | 'clock'>,
  session: FoundSession,
  id: SessionId,
): Promise<Result<true, AccessRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<true, AccessRefusal>> => {
    const found = await lockSession(tx, id);
    const subject = found === undefined ? undefined : { person: found.person };
    const allowed = authorize(session.actor, 'session.end', subject);
    if (!allowed.ok) return allowed;
    if (found === undefined) return refused({ code: 'no_such_subject' });
    if (found.isEnded) return ok(true);
    const by = id === session.id ? 'signed_out' : 'ended_elsewhere';
    await saveSessionEnded(tx, id, { at: deps.clock.now(), by });
    await appendEnd(tx, { deps, session }, id, by);
    return ok(true);
  });
}

/** Ends every session of the person who asks, save the one they ask from; answers how many. */
export function endOtherSessions(
  deps: Pick<Deps, 'db' | 'clock'>,
  session: FoundSession,
): Promise<Result<number, AccessRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<number, AccessRefusal>> => {
    const allowed = authorize(session.actor, 'session.end', { person: session.person.id });
    if (!allowed.ok) return allowed;
    const by = 'ended_elsewhere';
    const ended = await endSessionsOf(tx, session.person.id, { at: deps.clock.now(), by, except: session.id });
    for (const id of ended) await appendEnd(tx, { deps, session }, id, by);
    return ok(ended.length);
  });
}
