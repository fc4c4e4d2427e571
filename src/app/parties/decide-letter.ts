import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { countNotCleared } from '../../core/kernel/clearance.ts';
import type { MandateId, Sha256 } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { MandateActRefusal } from '../../core/parties/mandate-lifecycle.ts';
import { appendEvent } from '../../db/events.ts';
import { listFileScans } from '../../db/file-scans.ts';
import { lockMandate, saveLetterDecision } from '../../db/mandates.ts';
import { transact, type Tx } from '../../db/transact.ts';
import { personOf } from '../case/locked-case.ts';
import { eventActor } from '../event-actor.ts';
import type { Deps } from '../ports.ts';
import { stepLocked } from './step-mandate.ts';

/** Why nothing was decided about a letter. */
export type LetterDecisionRefusal = AccessRefusal | MandateActRefusal;

async function countLetterNotCleared({ scanner }: Pick<Deps, 'scanner'>, tx: Tx, file: Sha256): Promise<number> {
  const [scan] = await listFileScans(tx, [file]);
  const found = { infected: scan?.outcome === 'infected' ? 1 : 0, waiting: scan === undefined ? 1 : 0 };
  return countNotCleared(found, scanner !== undefined);
}

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
    const { person: by } = personOf(actor);
    const filesNotCleared = await countLetterNotCleared(deps, tx, mandate.file);
    const next = stepLocked(deps, mandate, act, { actor, role: allowed.value, reason, filesNotCleared });
    if (!next.ok) return next;
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
