import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { appendEvent } from '../../db/events.ts';
import { deletePasskey, lockPasskeysOf } from '../../db/passkeys.ts';
import { transact } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import type { FoundSession } from './find-session.ts';

/** Why a passkey was not removed. */
type RemovalRefusal = AccessRefusal | { readonly code: 'proof_too_old' } | { readonly code: 'last_passkey' };

/** Removes a passkey that was lost or is not used any more; the last one stays. */
export function removePasskey(
  deps: Pick<Deps, 'db' | 'clock'>,
  session: FoundSession,
  id: string,
): Promise<Result<true, RemovalRefusal>> {
  const person = session.person.id;
  return transact(deps.db, async (tx): Promise<Result<true, RemovalRefusal>> => {
    const theirs = await lockPasskeysOf(tx, person);
    const allowed = authorize(session.actor, 'passkey.remove', theirs.includes(id) ? { person } : undefined);
    if (!allowed.ok) return allowed;
    if (!session.maySetUp) return refused({ code: 'proof_too_old' });
    if (theirs.length === 1) return refused({ code: 'last_passkey' });
    await deletePasskey(tx, id);
    await appendEvent(tx, {
      at: deps.clock.now(),
      act: 'passkey.remove',
      actor: { person, organisation: session.organisation?.organisation, role: allowed.value },
      subject: { kind: 'person', id: person },
      detail: { passkey: id },
    });
    return ok(true);
  });
}
