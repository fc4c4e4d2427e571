import type { Role } from './actor.ts';
import { actsForOperator } from './permissions.ts';

/** How somebody proved who they are when a session began. */
export const SIGN_IN_METHODS = ['passkey', 'recovery_code', 'invitation', 'openid', 'demonstration'] as const;
/** One way to sign in. */
export type SignInMethod = (typeof SIGN_IN_METHODS)[number];

/** What ended a session before its time was over. */
export const SESSION_ENDS = ['signed_out', 'ended_elsewhere', 'replaced', 'left'] as const;
/** One way a session is ended. */
export type SessionEnd = (typeof SESSION_ENDS)[number];

/** How long a session lasts without a request (`idle`), and at most (`total`), in minutes. */
type SessionLimits = { readonly idle: number; readonly total: number };

/**
 * Staff decide about others' affairs on shared desks: half an hour, one working day (ASVS 5.0, 7.3.1 and 7.3.2). Applicants
 * fill in long forms between other work and only touch their own: a working day, and a new proof at least once a day
 * (NIST SP 800-63B-4, 2.2.3). The same everywhere, because no scheme gains by longer ones.
 */
export const SESSION_LIMITS = {
  staff: { idle: 30, total: 12 * 60 },
  applicant: { idle: 8 * 60, total: 24 * 60 },
} as const satisfies Readonly<Record<string, SessionLimits>>;

/** Minutes for which a proof by passkey counts as fresh before acts that cannot be undone (ASVS 5.0, 7.5.3). */
const FRESH_FOR = 5;

/** Minutes from the beginning of a session in which an invited or recovered person may set up their sign-in. */
const SET_UP_FOR = 60;

/** What somebody can sign in with again. */
export type SignInMeans = { readonly passkeys: number; readonly recoveryCodes: number };

/**
 * Whether somebody who signs in with passkeys can do so again when one is lost: two passkeys, or one and a recovery code.
 * Before that they can do nothing else. Those whom another provider or the demonstration vouches for need none.
 */
export function isSetUp(method: SignInMethod, { passkeys, recoveryCodes }: SignInMeans): boolean {
  if (method === 'openid' || method === 'demonstration') return true;
  return passkeys >= 2 || (passkeys === 1 && recoveryCodes > 0);
}

/** What says how well somebody has proved who they are in a session. */
type SessionProof = Pick<SessionTimes, 'startedAt'> & {
  readonly method: SignInMethod;
  readonly freshAt: Temporal.Instant | undefined;
};

/**
 * Whether somebody may change how they sign in: after a fresh proof with a passkey they have already, or shortly after an
 * invitation or a recovery code let them in (a second passkey without that would let a borrowed session take the account).
 */
export function maySetUp({ method, startedAt, freshAt }: SessionProof, at: Temporal.Instant): boolean {
  if (isFresh(freshAt, at)) return true;
  const isLetIn = method === 'invitation' || method === 'recovery_code';
  return isLetIn && minutesBetween(startedAt, at) < SET_UP_FOR;
}

/** Seconds between two records that a session is in use: one write a minute, not one a page. */
const SEEN_EVERY = 60;

/** What the limits are compared with. */
type SessionTimes = {
  readonly startedAt: Temporal.Instant;
  readonly seenAt: Temporal.Instant;
  readonly endedAt: Temporal.Instant | undefined;
};

/** Whether a session can still be used, or what is over: it was ended, nobody used it, or its time is up. */
type SessionStanding = 'live' | 'ended' | 'idle' | 'expired';

/** The limits of whoever holds these roles anywhere: the stricter ones as soon as one of them is the operator's. */
export function limitsFor(roles: readonly Role[]): SessionLimits {
  return roles.some(actsForOperator) ? SESSION_LIMITS.staff : SESSION_LIMITS.applicant;
}

function minutesBetween(from: Temporal.Instant, to: Temporal.Instant): number {
  return from.until(to).total('minutes');
}

/** How a session stands at a moment; the limit itself is already over. */
export function sessionStanding(times: SessionTimes, limits: SessionLimits, at: Temporal.Instant): SessionStanding {
  if (times.endedAt !== undefined) return 'ended';
  if (minutesBetween(times.startedAt, at) >= limits.total) return 'expired';
  return minutesBetween(times.seenAt, at) >= limits.idle ? 'idle' : 'live';
}

/** Whether a proof by passkey at `provedAt` is fresh enough for an act that cannot be undone. */
export function isFresh(provedAt: Temporal.Instant | undefined, at: Temporal.Instant): boolean {
  return provedAt !== undefined && minutesBetween(provedAt, at) < FRESH_FOR;
}

/** Whether it is time to record again that a session is in use. */
export function isSeenLongAgo(seenAt: Temporal.Instant, at: Temporal.Instant): boolean {
  return seenAt.until(at).total('seconds') >= SEEN_EVERY;
}
