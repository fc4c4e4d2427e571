import type { Brand } from './brand.ts';
import { ok, refused, type Result } from './result.ts';

/** Names one natural person who acts in the scheme. */
export type PersonId = Brand<string, 'PersonId'>;
/** Names one organisation: vendor, agent, body, operator or procurer. */
export type OrganisationId = Brand<string, 'OrganisationId'>;
/** Names one mandate: a vendor's consent that an agent applies for it. */
export type MandateId = Brand<string, 'MandateId'>;
/** Names one session of somebody signed in; it is no secret, unlike the token in the browser. */
export type SessionId = Brand<string, 'SessionId'>;
/** Names one invitation; it is no secret, unlike the link that was sent. */
export type InvitationId = Brand<string, 'InvitationId'>;
/** Names one mail in the outbox. */
export type MailId = Brand<string, 'MailId'>;
/** Names one application inside the system; the numbers people see are other things. */
export type CaseId = Brand<string, 'CaseId'>;
/** Names one granted label inside the system; its registration number is what people see. */
export type LabelId = Brand<string, 'LabelId'>;

type UuidBrand = PersonId | OrganisationId | MandateId | SessionId | InvitationId | CaseId | LabelId;

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Reads an internal identifier (a lower-case UUID); the caller names whose it is. */
export function parseId<Id extends UuidBrand>(text: string): Result<Id, { readonly code: 'malformed_id' }> {
  return UUID.test(text) ? ok(text as Id) : refused({ code: 'malformed_id' });
}

/** The SHA-256 of some bytes as 64 lower-case hexadecimal digits; also the name of a stored file. */
export type Sha256 = Brand<string, 'Sha256'>;

/** Reads a SHA-256 in hexadecimal; capitals are folded. */
export function parseSha256(text: string): Result<Sha256, { readonly code: 'malformed_sha256' }> {
  const folded = text.toLowerCase();
  return /^[0-9a-f]{64}$/.test(folded) ? ok(folded as Sha256) : refused({ code: 'malformed_sha256' });
}
/** Names a subscription. */
export type SubscriptionId = Brand<string, 'SubscriptionId'>;
/** Names one thing a subscription is told, the same at every attempt. */
export type NoticeId = Brand<string, 'NoticeId'>;
