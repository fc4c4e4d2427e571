import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { appendEvent } from '../../db/events.ts';
import { saveSessionProof } from '../../db/sessions.ts';
import { transact, type Tx } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import { sha256Of } from '../sha256.ts';
import { answeredChallenge } from './ceremony.ts';
import type { FoundSession } from './find-session.ts';
import { provePasskey, recordUse, type PasskeyAnswer, type PasskeyDeps, type PasskeyRefused } from './passkey-proof.ts';

type Proving = { readonly deps: Pick<Deps, 'clock' | 'ids'>; readonly session: FoundSession };

async function recordProof(tx: Tx, { deps, session }: Proving, method: string): Promise<string> {
  const token = deps.ids.secret();
  const at = deps.clock.now();
  await saveSessionProof(tx, session.id, { tokenSha256: sha256Of(token), at });
  await appendEvent(tx, {
    at,
    act: 'session.prove',
    actor: { person: session.person.id, organisation: session.organisation?.organisation, role: 'person' },
    subject: { kind: 'session', id: session.id },
    detail: { method },
  });
  return token;
}

/**
 * Proves once more, with a passkey of their own, that it is still the same person (step-up). Answers the session's new
 * token: every proof makes one (ASVS 5.0, 7.2.4).
 */
export async function provePresence(
  deps: PasskeyDeps,
  session: FoundSession,
  input: PasskeyAnswer,
): Promise<Result<string, AccessRefusal | PasskeyRefused>> {
  const allowed = authorize(session.actor, 'session.prove', { person: session.person.id });
  if (!allowed.ok) return allowed;
  const challenge = await answeredChallenge(deps, input.ceremony, { kind: 'step_up', session: session.id });
  const proved = await provePasskey(deps, challenge, input);
  if (!proved.ok) return proved;
  if (proved.value.key.person !== session.person.id) return refused({ code: 'passkey_refused' });
  return transact(deps.db, async (tx): Promise<Result<string, PasskeyRefused>> => {
    const recorded = await recordUse(tx, deps, proved.value);
    return recorded.ok ? ok(await recordProof(tx, { deps, session }, 'passkey')) : recorded;
  });
}

/** The same for somebody played in the demonstration, who has no passkey; nobody else can do it. */
export async function provePresenceInDemonstration(
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  session: FoundSession,
): Promise<Result<string, AccessRefusal | PasskeyRefused>> {
  const allowed = authorize(session.actor, 'session.prove', { person: session.person.id });
  if (!allowed.ok) return allowed;
  if (session.method !== 'demonstration') return refused({ code: 'passkey_refused' });
  return transact(deps.db, async (tx) => ok(await recordProof(tx, { deps, session }, 'demonstration')));
}
