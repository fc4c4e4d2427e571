/** What whoever watches over the site wants to know (ASVS 5.0, 16.3; docs/security/logging.md says what each means). */
export type SecurityEvent =
  | 'signed_in'
  | 'signed_out'
  | 'sign_in_refused'
  | 'session_missing'
  | 'stale_form'
  | 'proof_asked'
  | 'forged_request'
  | 'access_refused'
  | 'input_refused'
  | 'request_refused'
  | 'rate_limited';

/** One thing that happened; `code` says why, `session` names the session by its id, never by its token. */
export type SecurityNote = { readonly event: SecurityEvent; readonly code?: string; readonly session?: string };
