import { ok, refused, type Result } from '../core/kernel/result.ts';
import { CREDENTIALS_CONTEXT, CREDENTIAL_TYP } from '../formats/credential/credential-names.ts';
import { parseDateTimeStamp } from '../formats/credential/date-time-stamp.ts';
import type { Issuer, IssuerKey } from '../formats/credential/issuer-document.ts';
import { parseCompactJws, type CompactJws } from '../formats/jose/compact-jws.ts';
import { isJsonObject, type JsonObject } from '../core/kernel/json-object.ts';
import type { VerifyTools } from './step.ts';

/** Why a credential is not believed, by the step at which it was found out. */
type SecuredRefusal = { readonly step: 'credential' | 'signature' | 'content'; readonly code: string };

/** A credential whose signature holds and whose frame is that of a Verifiable Credential 2.0; moments in seconds. */
export type Secured = {
  readonly kid: string;
  readonly id: string | undefined;
  readonly types: readonly unknown[];
  readonly contexts: readonly unknown[];
  readonly from: number | undefined;
  readonly until: number | undefined;
  readonly members: JsonObject;
};

/** The names of Ed25519 signatures (RFC 8037, 3.1; RFC 9864, 2.2); whatever else is named is refused. */
const ALGORITHMS: readonly unknown[] = ['EdDSA', 'Ed25519'];

/** Seconds by which clocks may differ. */
export const CLOCK_SKEW = 300;

const SIGNATURE_BYTES = 64;

/** What is wrong with the header; nothing but what it must say is believed, least of all a key in it. */
function headerFault({ header, signature }: CompactJws): string | undefined {
  const { alg, typ, kid, crit, b64 } = header;
  if (!ALGORITHMS.includes(alg)) return 'alg_not_taken';
  if (typ !== CREDENTIAL_TYP) return 'typ_not_taken';
  if (crit !== undefined || b64 !== undefined) return 'header_not_understood';
  if (typeof kid !== 'string') return 'kid_missing';
  return signature.length === SIGNATURE_BYTES ? undefined : 'signature_malformed';
}

function keyFault(key: IssuerKey, iat: unknown): string | undefined {
  if (key.isRevoked) return 'key_revoked';
  const { usedFrom, usedUntil } = key;
  if (usedFrom === undefined && usedUntil === undefined) return undefined;
  if (typeof iat !== 'number') return 'key_not_in_use';
  const isEarly = usedFrom !== undefined && iat < usedFrom - CLOCK_SKEW;
  const isLate = usedUntil !== undefined && iat > usedUntil + CLOCK_SKEW;
  return isEarly || isLate ? 'key_not_in_use' : undefined;
}

const listed = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [value]);

/** Claims about the signature itself (VC-JOSE-COSE, 3.1.3); each may be missing, but is a whole number of seconds. */
type TokenClaims = Readonly<Partial<Record<'iat' | 'nbf' | 'exp', number>>>;

function claimsOf({ iat, nbf, exp }: JsonObject): TokenClaims | undefined {
  const claims = Object.entries({ iat, nbf, exp }).filter(([, value]) => value !== undefined);
  return claims.every(([, value]) => Number.isSafeInteger(value)) ? Object.fromEntries(claims) : undefined;
}

function timeFault({ iat, nbf, exp }: TokenClaims, now: number): string | undefined {
  if (Math.max(iat ?? now, nbf ?? now) > now + CLOCK_SKEW) return 'signed_in_future';
  return (exp ?? now) < now - CLOCK_SKEW ? 'signature_expired' : undefined;
}

/** What the claims of the token itself say against it. */
function claimFault(members: JsonObject, issuer: string, now: number): string | undefined {
  if ('vc' in members || 'vp' in members) return 'old_form';
  if ('iss' in members && members['iss'] !== issuer) return 'issuer_differs';
  const claims = claimsOf(members);
  if (claims === undefined) return 'claim_malformed';
  return timeFault(claims, now);
}

type Period = { readonly from: number | undefined; readonly until: number | undefined };

function periodOf({ validFrom, validUntil }: JsonObject): Period | undefined {
  const read = (value: unknown): number | undefined =>
    typeof value === 'string' ? parseDateTimeStamp(value) : undefined;
  const period = { from: read(validFrom), until: read(validUntil) };
  const isRead = (value: unknown, moment: number | undefined): boolean => value === undefined || moment !== undefined;
  if (!isRead(validFrom, period.from) || !isRead(validUntil, period.until)) return undefined;
  const { from, until } = period;
  return from !== undefined && until !== undefined && until <= from ? undefined : period;
}

/** The frame every Verifiable Credential 2.0 has (4.3 to 4.9). */
function readFrame(kid: string, members: JsonObject): Secured | string {
  const { id, type, '@context': context } = members;
  const [contexts, types] = [listed(context), listed(type)];
  if (!Array.isArray(context) || contexts[0] !== CREDENTIALS_CONTEXT) return 'context_not_known';
  if (!types.includes('VerifiableCredential')) return 'type_not_known';
  if (id !== undefined && typeof id !== 'string') return 'id_malformed';
  const period = periodOf(members);
  return period === undefined ? 'period_malformed' : { kid, id, types, contexts, members, ...period };
}

const issuerOf = ({ issuer }: JsonObject): unknown => (isJsonObject(issuer) ? issuer['id'] : issuer);

/** What is left to see once the signature holds. */
function contentOf(kid: string, members: JsonObject, issuer: string, now: number): Secured | string {
  if (issuerOf(members) !== issuer) return 'issuer_differs';
  return claimFault(members, issuer, now) ?? readFrame(kid, members);
}

/**
 * Reads a credential secured as a JSON Web Token (VC-JOSE-COSE, 3.1) and believes it only if a key of this issuer
 * signed it while it was in use. `now` in seconds since 1970.
 */
export async function readSecured(
  text: string,
  { issuer, now }: { readonly issuer: Issuer; readonly now: number },
  { verifyEd25519 }: VerifyTools,
): Promise<Result<Secured, SecuredRefusal>> {
  const jws = parseCompactJws(text);
  if (!jws.ok) return refused({ step: 'credential', code: jws.error.code });
  const { header, payload, signed: message, signature } = jws.value;
  const fault = headerFault(jws.value);
  if (fault !== undefined) return refused({ step: 'credential', code: fault });
  const key = issuer.keys.find(({ kid }) => kid === header['kid']);
  if (key === undefined) return refused({ step: 'signature', code: 'key_not_known' });
  const unusable = keyFault(key, payload['iat']);
  if (unusable !== undefined) return refused({ step: 'signature', code: unusable });
  if (!(await verifyEd25519({ publicKey: key.publicKey, message, signature })))
    return refused({ step: 'signature', code: 'signature_false' });
  const content = contentOf(key.kid, payload, issuer.id, now);
  return typeof content === 'string' ? refused({ step: 'content', code: content }) : ok(content);
}
