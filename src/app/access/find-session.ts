import type { PersonActor } from '../../core/access/actor.ts';
import {
  isFresh,
  isSeenLongAgo,
  isSetUp,
  limitsFor,
  maySetUp,
  sessionStanding,
  type SignInMeans,
  type SignInMethod,
} from '../../core/access/session.ts';
import type { PersonId, SessionId } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { findSessionByToken, saveSessionSeen, type SessionRow } from '../../db/sessions.ts';
import { transact } from '../../db/transact.ts';
import { actorOf } from '../parties/actor-of.ts';
import { listBelongings, type Belonging } from '../parties/list-belongings.ts';
import type { Deps } from '../ports.ts';
import { sha256Of } from '../sha256.ts';

/** Somebody signed in. */
export type FoundSession = {
  readonly id: SessionId;
  readonly person: { readonly id: PersonId; readonly name: string; readonly mail: string };
  /**
   * Whom they act for, as an actor of this moment; without roles until their sign-in is set up and one of several
   * organisations chosen.
   */
  readonly actor: PersonActor;
  /** The organisation they act for; undefined until they have chosen. */
  readonly organisation: Belonging | undefined;
  readonly belongings: readonly [Belonging, ...Belonging[]];
  readonly method: SignInMethod;
  readonly startedAt: Temporal.Instant;
  /** Whether they proved with a passkey, minutes ago, that it is them. */
  readonly isFresh: boolean;
  /** Whether they can sign in again when they lose a passkey; before that they can do nothing else. */
  readonly isSetUp: boolean;
  /** Whether they may change how they sign in now. */
  readonly maySetUp: boolean;
  readonly means: SignInMeans;
};

/** Why a token opens nothing. A token nobody was given and one of somebody who has left are alike. */
type NoSession = { readonly code: 'no_session' | 'session_ended' | 'session_idle' | 'session_expired' };

const REFUSALS = { ended: 'session_ended', idle: 'session_idle', expired: 'session_expired' } as const;

async function present(
  deps: Pick<Deps, 'db' | 'clock' | 'scheme'>,
  row: SessionRow,
  belongings: FoundSession['belongings'],
): Promise<FoundSession> {
  const only = belongings.length === 1 ? belongings[0] : undefined;
  const organisation = belongings.find((belonging) => belonging.organisation === row.organisation) ?? only;
  const at = deps.clock.now();
  const isReady = isSetUp(row.method, row.means);
  const actor: PersonActor =
    organisation === undefined || !isReady
      ? {
          kind: 'person',
          person: row.person,
          organisation: (organisation ?? belongings[0]).organisation,
          roles: [],
          mandates: [],
        }
      : await actorOf(deps, row.person, organisation);
  return {
    id: row.id,
    person: { id: row.person, name: row.personName, mail: row.mail },
    actor,
    organisation,
    belongings,
    method: row.method,
    startedAt: row.startedAt,
    isFresh: isFresh(row.freshAt, at),
    isSetUp: isReady,
    maySetUp: maySetUp(row, at),
    means: row.means,
  };
}

/**
 * Who a browser's token stands for. Roles and mandates are read each time, so that what was taken from somebody is gone
 * with their next request (ASVS 5.0, 8.3.2); that the session is in use is recorded once a minute.
 */
export async function findSession(
  deps: Pick<Deps, 'db' | 'clock' | 'scheme'>,
  token: string,
): Promise<Result<FoundSession, NoSession>> {
  const row = await findSessionByToken(deps.db.kysely, sha256Of(token));
  if (row === undefined) return refused({ code: 'no_session' });
  const [first, ...others] = await listBelongings(deps.db.kysely, row.person);
  if (first === undefined) return refused({ code: 'no_session' });
  const belongings = [first, ...others] as const;
  const at = deps.clock.now();
  const limits = limitsFor(belongings.flatMap(({ roles }) => roles));
  const standing = sessionStanding(row, limits, at);
  if (standing !== 'live') return refused({ code: REFUSALS[standing] });
  if (isSeenLongAgo(row.seenAt, at)) {
    await transact(deps.db, async (tx) => {
      await saveSessionSeen(tx, row.id, at);
      return ok(true);
    });
  }
  return ok(await present(deps, row, belongings));
}
