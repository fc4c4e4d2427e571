import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { actsForOperator } from '../../core/access/permissions.ts';
import type { MandateId } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { appendEvent } from '../../db/events.ts';
import { lockMandate, saveMandateRevoked } from '../../db/mandates.ts';
import { transact } from '../../db/transact.ts';
import { eventActor } from '../event-actor.ts';
import type { Deps } from '../ports.ts';

/** Why a mandate was not revoked. */
export type RevocationRefusal = AccessRefusal | { readonly code: 'already_revoked' | 'reason_missing' };

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
    if (mandate.revoked) return refused({ code: 'already_revoked' });
    const reason = input.reason?.trim() || undefined;
    if (actsForOperator(allowed.value) && reason === undefined) return refused({ code: 'reason_missing' });
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
