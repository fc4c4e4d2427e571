import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import type { OrganisationId } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { appendEvent } from '../../db/events.ts';
import { saveSessionOrganisation } from '../../db/sessions.ts';
import { transact } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';
import type { FoundSession } from './find-session.ts';

/** Chooses whom somebody who belongs to several organisations acts for, from their next request on. */
export function chooseOrganisation(
  deps: Pick<Deps, 'db' | 'clock'>,
  session: FoundSession,
  organisation: OrganisationId,
): Promise<Result<true, AccessRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<true, AccessRefusal>> => {
    const allowed = authorize(session.actor, 'session.choose-organisation', { person: session.person.id });
    if (!allowed.ok) return allowed;
    const isTheirs = session.belongings.some((belonging) => belonging.organisation === organisation);
    if (!isTheirs) return refused({ code: 'no_such_subject' });
    await saveSessionOrganisation(tx, session.id, organisation);
    await appendEvent(tx, {
      at: deps.clock.now(),
      act: 'session.choose-organisation',
      actor: { person: session.person.id, organisation, role: allowed.value },
      subject: { kind: 'session', id: session.id },
    });
    return ok(true);
  });
}
