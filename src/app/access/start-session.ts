import { authorize } from '../../core/access/authorize.ts';
import { PUBLIC } from '../../core/access/actor.ts';
import type { SignInMethod } from '../../core/access/session.ts';
import type { PersonId, SessionId } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { Language } from '../../core/kernel/text.ts';
import { appendEvent } from '../../db/events.ts';
import { saveFirstLanguage } from '../../db/people.ts';
import { findSessionByToken, insertSession, saveSessionEnded } from '../../db/sessions.ts';
import type { Tx } from '../../db/transact.ts';
import { listBelongings } from '../parties/list-belongings.ts';
import type { Deps } from '../ports.ts';
import { sha256Of } from '../sha256.ts';

/** What every way to sign in knows of the browser. */
export type Browser = Pick<ProvedPerson, 'userAgent' | 'replacing' | 'language'>;

/** What a browser says of itself, at most so many characters are kept. */
const USER_AGENT_LENGTH = 200;

/** Somebody who has just proved who they are, and how. */
export type ProvedPerson = {
  readonly person: PersonId;
  readonly method: SignInMethod;
  readonly userAgent: string;
  /** The language of the page they did it on; their mails are written in it unless they chose another. */
  readonly language?: Language | undefined;
  /** The token the browser had before: its session ends, so that none can be planted (ASVS 5.0, 7.2.4). */
  readonly replacing?: string | undefined;
};

/** A session that has begun. The token goes to the browser and is nowhere else. */
export type StartedSession = { readonly id: SessionId; readonly token: string };

/** Why somebody who proved who they are cannot work here: they hold no role in any organisation. */
export type NoRole = { readonly code: 'no_role' };

async function replace(tx: Tx, deps: Pick<Deps, 'clock'>, token: string | undefined): Promise<void> {
  if (token === undefined) return;
  const before = await findSessionByToken(tx, sha256Of(token));
  if (before === undefined || before.endedAt !== undefined) return;
  await saveSessionEnded(tx, before.id, { at: deps.clock.now(), by: 'replaced' });
}

/**
 * Begins a session for somebody who proved who they are; the last step of every way to sign in, inside its transaction.
 * Whoever belongs to several organisations has to choose one before anything else.
 */
export async function startSession(
  tx: Tx,
  deps: Pick<Deps, 'ids' | 'clock'>,
  proved: ProvedPerson,
): Promise<Result<StartedSession, NoRole>> {
  const allowed = authorize(PUBLIC, 'session.start', {});
  if (!allowed.ok) throw new Error('nobody may sign in');
  const { person, method, userAgent, language } = proved;
  const [first, ...others] = await listBelongings(tx, person);
  if (first === undefined) return refused({ code: 'no_role' });
  await replace(tx, deps, proved.replacing);
  const isFirst = language !== undefined && (await saveFirstLanguage(tx, person, language));
  const organisation = others.length === 0 ? first.organisation : undefined;
  const id = deps.ids.uuid() as SessionId;
  const token = deps.ids.secret();
  const at = deps.clock.now();
  await insertSession(tx, {
    id,
    tokenSha256: sha256Of(token),
    person,
    organisation,
    method,
    at,
    freshAt: method === 'passkey' ? at : undefined,
    userAgent: userAgent
      .toWellFormed()
      .replace(/\p{Cc}/gu, '')
      .slice(0, USER_AGENT_LENGTH)
      .toWellFormed(),
  });
  await appendEvent(tx, {
    at,
    act: 'session.start',
    actor: { person, organisation, role: allowed.value },
    subject: { kind: 'session', id },
    detail: { method, ...(isFirst ? { language } : {}) },
  });
  return ok({ id, token });
}
