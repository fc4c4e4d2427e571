import { refused, type Result } from '../../core/kernel/result.ts';
import { findPersonByMail } from '../../db/people.ts';
import { transact } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import { startSession, type NoRole, type Browser, type StartedSession } from './start-session.ts';

/** Somebody to play in the demonstration. */
type PlayedPerson = Browser & { readonly mail: string };

/**
 * Signs somebody in without any proof. Only the demonstration, where everybody is invented, may offer this, and only to
 * the machine itself: whoever calls it answers for that.
 */
export function signInForDemonstration(
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  { mail, ...played }: PlayedPerson,
): Promise<Result<StartedSession, NoRole>> {
  return transact(deps.db, async (tx): Promise<Result<StartedSession, NoRole>> => {
    const person = await findPersonByMail(tx, mail);
    if (person === undefined) return refused({ code: 'no_role' });
    return startSession(tx, deps, { ...played, person: person.id, method: 'demonstration' });
  });
}
