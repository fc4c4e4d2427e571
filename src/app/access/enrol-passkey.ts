import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { asTyped } from '../../core/kernel/fold.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { appendEvent } from '../../db/events.ts';
import { insertPasskey } from '../../db/passkeys.ts';
import { saveSessionProof } from '../../db/sessions.ts';
import { transact } from '../../db/transact.ts';
import type { PasskeyKey } from '../ports.ts';
import { sha256Of } from '../sha256.ts';
import { answeredChallenge } from './ceremony.ts';
import type { FoundSession } from './find-session.ts';
import type { PasskeyAnswer, PasskeyDeps, PasskeyRefused } from './passkey-proof.ts';

/** Characters of the name somebody gives a passkey. */
const NAME_LENGTH = 60;

/** Why no passkey was enrolled. */
type EnrolmentRefusal =
  AccessRefusal | PasskeyRefused | { readonly code: 'proof_too_old' } | { readonly code: 'passkey_known' };

/**
 * Enrols a passkey for the person of a session: after a fresh proof with one they have, or after an invitation or recovery
 * code let them in. Answers the session's new token, because the device has just verified the person.
 */
export async function enrolPasskey(
  deps: PasskeyDeps,
  session: FoundSession,
  { ceremony, answer, origin, name }: PasskeyAnswer & { readonly name: string },
): Promise<Result<string, EnrolmentRefusal>> {
  const allowed = authorize(session.actor, 'passkey.enrol', { person: session.person.id });
  if (!allowed.ok) return allowed;
  if (!session.maySetUp) return refused({ code: 'proof_too_old' });
  const challenge = await answeredChallenge(deps, ceremony, { kind: 'passkey_enrolment', session: session.id });
  const key = challenge === undefined ? undefined : await deps.passkeys.enrolment(answer, { challenge, origin });
  if (key === undefined) return refused({ code: 'passkey_refused' });
  return keep(deps, session, key, asTyped(name).slice(0, NAME_LENGTH).toWellFormed());
}

function keep(
  deps: PasskeyDeps,
  session: FoundSession,
  key: PasskeyKey,
  name: string,
): Promise<Result<string, EnrolmentRefusal>> {
  const person = session.person.id;
  const at = deps.clock.now();
  const token = deps.ids.secret();
  return transact(deps.db, async (tx): Promise<Result<string, EnrolmentRefusal>> => {
    const isNew = await insertPasskey(tx, {
      ...key,
      person,
      name: name === '' ? key.id.slice(0, 8) : name,
      enrolledAt: at,
    });
    if (!isNew) return refused({ code: 'passkey_known' });
    await saveSessionProof(tx, session.id, { tokenSha256: sha256Of(token), at });
    await appendEvent(tx, {
      at,
      act: 'passkey.enrol',
      actor: { person, organisation: session.organisation?.organisation, role: 'person' },
      subject: { kind: 'person', id: person },
      detail: { passkey: key.id, name, isBackedUp: key.isBackedUp },
    });
    return ok(token);
  });
}
