import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { limitsFor, sessionStanding, type SignInMethod } from '../../core/access/session.ts';
import type { SessionId } from '../../core/kernel/ids.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { listOpenSessions } from '../../db/sessions.ts';
import type { Deps } from '../ports.ts';
import type { FoundSession } from './find-session.ts';

/** One session of a person as they see it. */
export type ListedSession = {
  readonly id: SessionId;
  readonly method: SignInMethod;
  readonly startedAt: Temporal.Instant;
  readonly seenAt: Temporal.Instant;
  readonly userAgent: string;
  /** Whether it is the one they are looking from. */
  readonly isThis: boolean;
};

/** The sessions in which a person is signed in now, the newest first. */
export async function listSessions(
  deps: Pick<Deps, 'db' | 'clock'>,
  session: FoundSession,
): Promise<Result<readonly ListedSession[], AccessRefusal>> {
  const allowed = authorize(session.actor, 'session.list', { person: session.person.id });
  if (!allowed.ok) return allowed;
  const limits = limitsFor(session.belongings.flatMap(({ roles }) => roles));
  const at = deps.clock.now();
  const open = await listOpenSessions(deps.db.kysely, session.person.id);
  const live = open.filter((row) => sessionStanding(row, limits, at) === 'live');
  return ok(
    live.map(({ id, method, startedAt, seenAt, userAgent }) => {
      return { id, method, startedAt, seenAt, userAgent, isThis: id === session.id };
    }),
  );
}
