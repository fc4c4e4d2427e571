import { ATTEMPT_LIMITS, type AttemptKind } from '../../core/access/attempt-limits.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { countAttempt, forgetAttempts } from '../../db/attempts.ts';
import { transact } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import { sha256Of } from '../sha256.ts';

/** Something was tried too often; it can be tried again after so many seconds. */
export type TooManyAttempts = { readonly code: 'too_many_attempts'; readonly seconds: number };

/**
 * Counts something that may be tried only so often, by a network or an account, before it is tried: the count stays
 * whatever comes of the attempt, and survives a restart. Only a hash of the key is kept.
 */
export function takeAttempt(
  deps: Pick<Deps, 'db' | 'clock'>,
  kind: AttemptKind,
  key: string,
): Promise<Result<true, TooManyAttempts>> {
  const { most, minutes } = ATTEMPT_LIMITS[kind];
  const at = deps.clock.now();
  const cutoff = at.subtract({ minutes });
  return transact(deps.db, async (tx) => {
    await forgetAttempts(tx, kind, at.subtract({ hours: 24 }));
    return ok(await countAttempt(tx, { kind, keySha256: sha256Of(`${kind}\n${key}`), at, cutoff }));
  }).then(({ value: { count, begunAt } }) => {
    if (count <= most) return ok(true as const);
    const seconds = Math.ceil(at.until(begunAt.add({ minutes })).total('seconds'));
    return refused({ code: 'too_many_attempts', seconds: Math.max(seconds, 1) });
  });
}
