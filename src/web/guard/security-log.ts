import type { Context } from 'hono';
import type { Logger } from 'pino';
import type { WebEnv } from '../web-setup.ts';
import type { SecurityEvent, SecurityNote } from './security-note.ts';

/** The lines that somebody should look at when they come often. */
const ORDINARY: readonly SecurityEvent[] = [
  'signed_in',
  'signed_out',
  'session_missing',
  'stale_form',
  'proof_asked',
  'input_refused',
];

/** Statuses of requests no page of ours sends. */
const NOT_OURS = [400, 405, 413, 414, 415, 431];

/** Notes what happened; it is written when the request is answered. */
export function noteSecurity(c: Context<WebEnv>, note: SecurityNote): void {
  c.set('security', note);
}

function eventAtWork(status: number, code: string | undefined): SecurityEvent | undefined {
  if (status === 401) return 'session_missing';
  if (status === 403 || status === 404 || code === 'not_permitted') return 'access_refused';
  return status === 409 || status === 422 ? 'input_refused' : undefined;
}

function eventOf(status: number, path: string, code: string | undefined): SecurityEvent | undefined {
  if (code === 'not_same_origin') return 'forged_request';
  if (status === 429) return 'rate_limited';
  if (NOT_OURS.includes(status)) return 'request_refused';
  return /^\/(en\/)?workspace(\/|$)/.test(path) ? eventAtWork(status, code) : undefined;
}

/** What an answer tells by itself where nobody noted more: its status and the reason it gave. */
function told(c: Context<WebEnv>): SecurityNote | undefined {
  const code = c.get('refusal');
  const event = eventOf(c.res.status, c.req.path, code);
  return event === undefined ? undefined : { event, ...(code === undefined ? {} : { code }) };
}

/**
 * Writes a line about what concerns security in an answered request: what, why, by which session (its person stands in the
 * record of events), at which route. No name, no address, nothing that was typed.
 */
export function logSecurity(log: Logger, c: Context<WebEnv>, line: Readonly<Record<string, unknown>>): void {
  const note = c.get('security') ?? told(c);
  if (note === undefined) return;
  const session = note.session ?? c.get('signedIn')?.session.id;
  const { event, code } = note;
  const written = { security: event, ...line, code, session };
  if (ORDINARY.includes(event)) log.info(written, 'security');
  else log.warn(written, 'security');
}
