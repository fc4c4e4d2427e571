import type { Result } from '../../core/kernel/result.ts';
import { transact } from '../../db/transact.ts';
import { answeredChallenge } from './ceremony.ts';
import { provePasskey, recordUse, type PasskeyAnswer, type PasskeyDeps, type PasskeyRefused } from './passkey-proof.ts';
import { startSession, type NoRole, type Browser, type StartedSession } from './start-session.ts';

/**
 * Signs in whoever answers a challenge with a passkey enrolled here. The passkey names its person: nobody types who they
 * are, and a stranger learns nothing.
 */
export async function signInWithPasskey(
  deps: PasskeyDeps,
  input: PasskeyAnswer & Browser,
): Promise<Result<StartedSession, PasskeyRefused | NoRole>> {
  const challenge = await answeredChallenge(deps, input.ceremony, { kind: 'passkey_sign_in' });
  const proved = await provePasskey(deps, challenge, input);
  if (!proved.ok) return proved;
  const { userAgent, replacing, language } = input;
  return transact(deps.db, async (tx): Promise<Result<StartedSession, PasskeyRefused | NoRole>> => {
    const recorded = await recordUse(tx, deps, proved.value);
    if (!recorded.ok) return recorded;
    return startSession(tx, deps, {
      person: proved.value.key.person,
      method: 'passkey',
      userAgent,
      replacing,
      language,
    });
  });
}
