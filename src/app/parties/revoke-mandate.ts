import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import type { MandateId } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { MandateActRefusal } from '../../core/parties/mandate-lifecycle.ts';
import { appendEvent } from '../../db/events.ts';
import { lockMandate, saveMandateRevoked } from '../../db/mandates.ts';
import { transact } from '../../db/transact.ts';
import { eventActor } from '../event-actor.ts';
import type { Deps } from '../ports.ts';
import { stepLocked } from './step-mandate.ts';

/** Why a mandate was not revoked. */
export type RevocationRefusal = AccessRefusal | MandateActRefusal;

/**
 * Ends a mandate at once; the agent can do nothing for the vendor from the next act on. A vendor needs no reason to take
 * its consent back; the office does.
 */
export function revokeMandate(
  deps: Deps,
  actor: Actor,
  input: { readonly id: MandateId; readonly reason?: string | undefined },
): Promise<Result<true, RevocationRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<true, RevocationRefusal>> => {
    const mandate = await lockMandate(tx, input.id);
    const allowed = authorize(actor, 'mandate.revoke', mandate === undefined ? undefined : { owner: mandate.vendor });
    if (!allowed.ok) return allowed;
    if (mandate === undefined) return refused({ code: 'no_such_subject' });
    const reason = input.reason?.trim() || undefined;
    const next = stepLocked(deps, mandate, 'mandate.revoke', { actor, role: allowed.value, reason });
    if (!next.ok) return next;
    const at = deps.clock.now();
    await saveMandateRevoked(tx, input.id, at);
    await appendEvent(tx, {
      at,
      act: 'mandate.revoke',
      actor: eventActor(actor, allowed.value, mandate.vendor),
      subject: { kind: 'mandate', id: input.id },
      reason,
    });
    return ok(true);
  });
}
