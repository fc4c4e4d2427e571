import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { listPasskeysOf, type PasskeyRow } from '../../db/passkeys.ts';
import type { Deps } from '../ports.ts';
import type { FoundSession } from './find-session.ts';

/** A passkey as its person sees it. */
export type ListedPasskey = Pick<PasskeyRow, 'id' | 'name' | 'isBackedUp' | 'transports' | 'enrolledAt' | 'usedAt'>;

/** The passkeys of the person of a session, oldest first. */
export async function listPasskeys(
  deps: Pick<Deps, 'db'>,
  session: FoundSession,
): Promise<Result<readonly ListedPasskey[], AccessRefusal>> {
  const allowed = authorize(session.actor, 'passkey.list', { person: session.person.id });
  if (!allowed.ok) return allowed;
  const rows = await listPasskeysOf(deps.db.kysely, session.person.id);
  return ok(
    rows.map(({ id, name, isBackedUp, transports, enrolledAt, usedAt }) => {
      return { id, name, isBackedUp, transports, enrolledAt, usedAt };
    }),
  );
}
