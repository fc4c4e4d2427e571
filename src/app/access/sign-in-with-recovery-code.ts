import { foldRecoveryCode } from '../../core/access/recovery-code.ts';
import { refused, type Result } from '../../core/kernel/result.ts';
import { useRecoveryCode } from '../../db/recovery-codes.ts';
import { transact } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import { sha256Of } from '../sha256.ts';
import { startSession, type Browser, type StartedSession } from './start-session.ts';
import { takeAttempt, type TooManyAttempts } from './take-attempt.ts';

/** What somebody typed who has lost their passkeys, and the network they typed it from. */
type TypedCode = Browser & {
  readonly mail: string;
  readonly code: string;
  readonly network: string;
};

/** Why a code let nobody in: one word whether the address, the code or the person’s roles are missing. */
type RecoveryRefusal = TooManyAttempts | { readonly code: 'recovery_refused' };

/** Signs in somebody who has lost their passkeys, with a code that works once. They can only set up passkeys with it. */
export async function signInWithRecoveryCode(
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  { mail, code, network, ...browser }: TypedCode,
): Promise<Result<StartedSession, RecoveryRefusal>> {
  const folded = mail.trim().toLowerCase();
  for (const [kind, key] of [
    ['recovery_by_network', network],
    ['recovery_by_account', folded],
  ] as const) {
    const taken = await takeAttempt(deps, kind, key);
    if (!taken.ok) return taken;
  }
  const hash = sha256Of(foldRecoveryCode(code));
  return transact(deps.db, async (tx): Promise<Result<StartedSession, RecoveryRefusal>> => {
    const person = await useRecoveryCode(tx, folded, hash, deps.clock.now());
    if (person === undefined) return refused({ code: 'recovery_refused' });
    const started = await startSession(tx, deps, { ...browser, person, method: 'recovery_code' });
    return started.ok ? started : refused({ code: 'recovery_refused' });
  });
}
