import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { foldRecoveryCode, RECOVERY_CODES, toRecoveryCode } from '../../core/access/recovery-code.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { appendEvent } from '../../db/events.ts';
import { replaceRecoveryCodes } from '../../db/recovery-codes.ts';
import { transact } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import { sha256Of } from '../sha256.ts';
import type { FoundSession } from './find-session.ts';

/**
 * Makes new recovery codes and ends those from before. Only their hashes are kept: whoever asked must write them down now.
 */
export function makeRecoveryCodes(
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  session: FoundSession,
): Promise<Result<readonly string[], AccessRefusal | { readonly code: 'proof_too_old' }>> {
  const person = session.person.id;
  return transact(deps.db, async (tx): Promise<Awaited<ReturnType<typeof makeRecoveryCodes>>> => {
    const allowed = authorize(session.actor, 'recovery-code.make', { person });
    if (!allowed.ok) return allowed;
    if (!session.maySetUp) return refused({ code: 'proof_too_old' });
    const codes = Array.from({ length: RECOVERY_CODES }, () => toRecoveryCode(sha256Of(deps.ids.secret())));
    const at = deps.clock.now();
    await replaceRecoveryCodes(
      tx,
      person,
      codes.map((code) => sha256Of(foldRecoveryCode(code))),
      at,
    );
    await appendEvent(tx, {
      at,
      act: 'recovery-code.make',
      actor: { person, organisation: session.organisation?.organisation, role: allowed.value },
      subject: { kind: 'person', id: person },
    });
    return ok(codes);
  });
}
