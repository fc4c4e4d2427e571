import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import type { MandateId, Sha256 } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { appendEvent } from '../../db/events.ts';
import { listFileScans } from '../../db/file-scans.ts';
import { lockMandate, saveLetterDecision } from '../../db/mandates.ts';
import { transact, type Tx } from '../../db/transact.ts';
import { personOf } from '../case/locked-case.ts';
import { eventActor } from '../event-actor.ts';
import type { Deps } from '../ports.ts';

/** Why nothing was decided about a letter. */
export type LetterDecisionRefusal =
  | AccessRefusal
  | {
      readonly code:
        | 'already_revoked'
        | 'letter_already_decided'
        | 'letter_filed_by_decider'
        | 'letter_not_cleared'
        | 'reason_missing';
    };

/** Malware is never confirmed; where files are scanned, neither is one that was not found clean. */
async function clearanceLack(
  deps: Pick<Deps, 'scanner'>,
  tx: Tx,
  file: Sha256,
): Promise<'letter_not_cleared' | undefined> {
  const [scan] = await listFileScans(tx, [file]);
  const isCleared = scan === undefined ? deps.scanner === undefined : scan.outcome === 'clean';
  return isCleared ? undefined : 'letter_not_cleared';
}

const reasonLack = (reason: string | undefined) => (reason === undefined ? ('reason_missing' as const) : undefined);

/**
 * Confirms the scanned letter a mandate rests on, from when on it counts; or refuses it, for a reason. Once, and never by
 * the person who filed it: somebody may belong to a party and to the operator.
 */
export function decideLetter(
  deps: Deps,
  actor: Actor,
  input: { readonly id: MandateId; readonly isConfirmed: boolean; readonly reason?: string | undefined },
): Promise<Result<true, LetterDecisionRefusal>> {
  const { id, isConfirmed } = input;
  const act = isConfirmed ? 'mandate.confirm-letter' : 'mandate.refuse-letter';
  const reason = input.reason?.trim() || undefined;
  return transact(deps.db, async (tx): Promise<Result<true, LetterDecisionRefusal>> => {
    const mandate = await lockMandate(tx, id);
    const allowed = authorize(actor, act, mandate && { owner: mandate.vendor });
    if (!allowed.ok) return allowed;
    if (mandate?.file === undefined) return refused({ code: 'no_such_subject' });
    if (mandate.revoked) return refused({ code: 'already_revoked' });
    if (mandate.letter !== 'awaited') return refused({ code: 'letter_already_decided' });
    const { person: by } = personOf(actor);
    if (mandate.givenBy === by) return refused({ code: 'letter_filed_by_decider' });
    const lack = isConfirmed ? await clearanceLack(deps, tx, mandate.file) : reasonLack(reason);
    if (lack !== undefined) return refused({ code: lack });
    const at = deps.clock.now();
    await saveLetterDecision(tx, id, { at, by, isConfirmed, reason });
    await appendEvent(tx, {
      at,
      act,
      actor: eventActor(actor, allowed.value, mandate.vendor),
      subject: { kind: 'mandate', id },
      reason,
    });
    return ok(true);
  });
}
