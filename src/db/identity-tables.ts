import type { AttemptKind } from '../core/access/attempt-limits.ts';
import type { SessionEnd, SignInMethod } from '../core/access/session.ts';
import type { InvitationId, OrganisationId, PersonId, SessionId, Sha256 } from '../core/kernel/ids.ts';

/** Who is signed in, for whom, and until when; only the hash of the browser's token is kept. */
export type SessionsTable = {
  id: SessionId;
  token_sha256: Sha256;
  person: PersonId;
  organisation: OrganisationId | null;
  method: SignInMethod;
  started_at: Temporal.Instant;
  seen_at: Temporal.Instant;
  fresh_at: Temporal.Instant | null;
  user_agent: string;
  ended_at: Temporal.Instant | null;
  ended_by: SessionEnd | null;
};

/** How often something was tried since a moment. */
export type AttemptsTable = { kind: AttemptKind; key_sha256: Sha256; begun_at: Temporal.Instant; count: number };

/** What a browser was asked for. */
export type CeremonyKind = 'passkey_sign_in' | 'passkey_enrolment' | 'step_up' | 'openid';

/** What was asked of a browser and not yet answered. */
export type CeremoniesTable = {
  token_sha256: Sha256;
  kind: CeremonyKind;
  session: SessionId | null;
  challenge: string;
  expires_at: Temporal.Instant;
};

/** The passkeys people enrolled. */
export type PasskeysTable = {
  id: string;
  person: PersonId;
  public_key: string;
  counter: number;
  is_backed_up: boolean;
  transports: string;
  name: string;
  enrolled_at: Temporal.Instant;
  used_at: Temporal.Instant | null;
};

/** Codes that stand in for a lost passkey, each once. */
export type RecoveryCodesTable = {
  person: PersonId;
  code_sha256: Sha256;
  made_at: Temporal.Instant;
  used_at: Temporal.Instant | null;
};

/** Links by which people set up their sign-in. */
export type InvitationsTable = {
  id: InvitationId;
  secret_sha256: Sha256;
  person: PersonId;
  invited_by: PersonId | null;
  made_at: Temporal.Instant;
  expires_at: Temporal.Instant;
  used_at: Temporal.Instant | null;
};

/** Kinds of account at an OpenID provider in the shape of GビズID. */
export type OpenidAccountType = 'entry' | 'prime' | 'member';

/** Accounts at OpenID providers, and who they are here. */
export type OpenidIdentitiesTable = {
  issuer: string;
  subject: string;
  person: PersonId;
  account_type: OpenidAccountType;
  linked_at: Temporal.Instant;
};
