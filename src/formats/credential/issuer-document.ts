import type { Sha256Of } from '../../core/log/tree-hash.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { jwkThumbprint, parseEd25519Jwk, toEd25519Jwk } from '../jose/ed25519-jwk.ts';
import { isJsonObject, type JsonObject } from '../../core/kernel/json-object.ts';
import { parseUnambiguousJson } from '../jose/unambiguous-json.ts';
import { issuerAt } from './credential-names.ts';
import { parseDateTimeStamp } from './date-time-stamp.ts';

/** A key of an issuer: when it signed, and since when nothing it signed is to be believed, if so. */
export type PublishedKey = {
  readonly publicKey: Uint8Array;
  readonly usedFrom: Temporal.Instant;
  readonly usedUntil: Temporal.Instant | null;
  readonly revokedAt: Temporal.Instant | null;
};

/** A key as a verifier reads it; moments in seconds since 1970. */
export type IssuerKey = {
  readonly kid: string;
  readonly publicKey: Uint8Array;
  readonly usedFrom: number | undefined;
  readonly usedUntil: number | undefined;
  readonly isRevoked: boolean;
};

/** An issuer with the keys it vouches for. */
export type Issuer = { readonly id: string; readonly keys: readonly IssuerKey[] };

/** Characters of an issuer's document, and keys in it, at most. */
const LONGEST = 1_000_000;
const MOST_KEYS = 1000;

/** The address of a key: what signatures name it by. */
export function keyIdAt(sha256: Sha256Of, baseUrl: string, publicKey: Uint8Array): string {
  return `${issuerAt(baseUrl)}#${jwkThumbprint(sha256, publicKey)}`;
}

function jwkOf(sha256: Sha256Of, publicKey: Uint8Array): object {
  return { ...toEd25519Jwk(publicKey), kid: jwkThumbprint(sha256, publicKey), alg: 'EdDSA', use: 'sig' };
}

/**
 * The document behind an issuer's address (Controlled Identifiers 1.0): every key it ever had, also those that sign no
 * more, so that what they signed stays verifiable. Keys that were revoked stay listed, but vouch for nothing.
 */
export function issuerDocument(sha256: Sha256Of, baseUrl: string, keys: readonly PublishedKey[]): JsonObject {
  const id = issuerAt(baseUrl);
  const methods = keys.map(({ publicKey, usedFrom, usedUntil, revokedAt }) => ({
    id: keyIdAt(sha256, baseUrl, publicKey),
    type: 'JsonWebKey',
    controller: id,
    publicKeyJwk: jwkOf(sha256, publicKey),
    usedFrom: usedFrom.toString({ smallestUnit: 'second' }),
    ...(usedUntil === null ? {} : { usedUntil: usedUntil.toString({ smallestUnit: 'second' }) }),
    ...(revokedAt === null ? {} : { revoked: revokedAt.toString({ smallestUnit: 'second' }) }),
  }));
  const vouching = methods.filter((_, place) => keys[place]?.revokedAt === null);
  return {
    '@context': ['https://www.w3.org/ns/cid/v1'],
    id,
    verificationMethod: methods,
    assertionMethod: vouching.map((method) => method.id),
  };
}

/** The keys as a JSON Web Key Set (RFC 7517, 5), for tools that know no more: those that may be believed. */
export function issuerKeySet(sha256: Sha256Of, baseUrl: string, keys: readonly PublishedKey[]): object {
  const believed = keys.filter(({ revokedAt }) => revokedAt === null);
  return {
    keys: believed.map(({ publicKey }) => ({
      ...jwkOf(sha256, publicKey),
      kid: keyIdAt(sha256, baseUrl, publicKey),
    })),
  };
}

const moment = (value: unknown): number | undefined =>
  typeof value === 'string' ? parseDateTimeStamp(value) : undefined;

const isMomentOrNone = (value: unknown): boolean => value === undefined || moment(value) !== undefined;

function parseMethod(value: unknown, issuer: string, vouching: ReadonlySet<unknown>): IssuerKey | undefined {
  if (!isJsonObject(value)) return undefined;
  const { id, type, controller, publicKeyJwk, usedFrom, usedUntil, revoked, expires } = value;
  const publicKey = parseEd25519Jwk(publicKeyJwk);
  if (typeof id !== 'string' || type !== 'JsonWebKey' || controller !== issuer || publicKey === undefined)
    return undefined;
  if (![usedFrom, usedUntil, revoked, expires].every(isMomentOrNone)) return undefined;
  const isRevoked = revoked !== undefined || expires !== undefined || !vouching.has(id);
  return { kid: id, publicKey, usedFrom: moment(usedFrom), usedUntil: moment(usedUntil), isRevoked };
}

/**
 * Reads an issuer's document. Keys of kinds nobody here signs with are passed over; two keys of one name are refused,
 * for then it would not be known whose signature it is.
 */
export function parseIssuerDocument(text: string): Result<Issuer, { readonly code: 'issuer_malformed' }> {
  const malformed = refused({ code: 'issuer_malformed' } as const);
  const members = text.length > LONGEST ? undefined : parseUnambiguousJson(new TextEncoder().encode(text));
  if (members === undefined) return malformed;
  const { id, verificationMethod: methods, assertionMethod: vouching } = members;
  if (typeof id !== 'string' || !Array.isArray(methods) || !Array.isArray(vouching)) return malformed;
  if (methods.length > MOST_KEYS) return malformed;
  const vouchingFor = new Set<unknown>(vouching);
  const keys = methods.flatMap((method: unknown) => parseMethod(method, id, vouchingFor) ?? []);
  if (new Set(keys.map(({ kid }) => kid)).size < keys.length) return malformed;
  return ok({ id, keys });
}
