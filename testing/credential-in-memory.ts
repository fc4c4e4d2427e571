import type { PublicRecord } from '../src/core/register/public-record.ts';
import type { Sha256 } from '../src/core/kernel/ids.ts';
import { CREDENTIAL_TYP } from '../src/formats/credential/credential-names.ts';
import { issuerDocument, keyIdAt, type PublishedKey } from '../src/formats/credential/issuer-document.ts';
import { labelCredential } from '../src/formats/credential/label-credential.ts';
import { statusListCredential } from '../src/formats/credential/status-list-credential.ts';
import { jwsSigningInput, writeCompactJws } from '../src/formats/jose/compact-jws.ts';
import { ed25519Key } from './ed25519.ts';
import { sha256Bytes } from './sha256.ts';

/** Where the register under test is. */
export const CREDENTIAL_BASE = 'https://label.example.jp';

const OPERATOR = { ja: '制度運営機構', en: 'Scheme Operator' };
const ZONE = 'Asia/Tokyo';
const SIGNED_AT = Temporal.Instant.from('2026-04-01T01:00:00Z');

/** A key of the issuer under test that everybody may know. */
export const CREDENTIAL_KEY = ed25519Key(new Uint8Array(32).fill(7));

/** The key above as it is published, changed as a test wants. */
export function publishedKey(changed: Partial<PublishedKey> = {}): PublishedKey {
  return {
    publicKey: CREDENTIAL_KEY.publicKey,
    usedFrom: Temporal.Instant.from('2026-01-01T00:00:00Z'),
    usedUntil: null,
    revokedAt: null,
    ...changed,
  };
}

/** The issuer's document with these keys, as text. */
export function issuerText(keys: readonly PublishedKey[] = [publishedKey()], base = CREDENTIAL_BASE): string {
  return JSON.stringify(issuerDocument(sha256Bytes, base, keys));
}

const RECORD: PublicRecord = {
  number: 'S1-26-00001-A',
  scheme: { id: 'jp-iot', version: 'ab'.repeat(32) },
  level: 's1',
  criteriaSet: { id: 'S1', version: '1.1' },
  validity: {
    from: Temporal.PlainDate.from('2026-04-01'),
    until: Temporal.PlainDate.from('2028-03-31'),
    graceDays: 30,
  },
  answers: { 'product.name': '家庭用ルーター', 'vendor.name': '株式会社みなと', 'vendor.nameEn': 'Minato' },
  models: [{ number: 'HGW-700W' }, { number: 'HGW-700K' }],
  personalData: [],
  services: [],
  verdicts: [],
};

/** The SHA-256 the credential under test names for its record. */
export const RECORD_SHA256 = 'cd'.repeat(32) as Sha256;

type Json = Readonly<Record<string, unknown>>;

/** What a label's credential says before it is signed; `published` is its place in the status lists. */
export function credentialPayload(record: Partial<PublicRecord> = {}, published = 5): Json {
  return labelCredential({
    baseUrl: CREDENTIAL_BASE,
    operator: OPERATOR,
    zone: ZONE,
    level: { id: 's1', stars: 1, name: { ja: '☆1', en: 'Level 1' } },
    record: { ...RECORD, ...record },
    recordSha256: RECORD_SHA256,
    published,
    entry: published,
    signedAt: SIGNED_AT,
  });
}

/** The header credentials are signed with. */
export const CREDENTIAL_HEADER: Json = {
  alg: 'EdDSA',
  kid: keyIdAt(sha256Bytes, CREDENTIAL_BASE, CREDENTIAL_KEY.publicKey),
  typ: CREDENTIAL_TYP,
};

/** Anything at all, signed with the issuer's key as a credential is. */
export function signedAsCredential(payload: Json = credentialPayload(), header: Json = CREDENTIAL_HEADER): string {
  const input = jwsSigningInput(header, payload);
  return writeCompactJws(input, CREDENTIAL_KEY.sign(new TextEncoder().encode(input)));
}

/** What a status list says before it is signed, changed as a test wants. */
export function statusPayload(
  purpose: 'revocation' | 'suspension',
  places: readonly number[] = [],
  day = '2026-04-01',
): Promise<Json> {
  const from = Temporal.Instant.from(`${day}T00:00:00+09:00`);
  const until = from.add({ hours: 8 * 24 });
  const told = { baseUrl: CREDENTIAL_BASE, operator: OPERATOR, zone: ZONE, purpose, list: 0, places };
  return statusListCredential({ ...told, from, until, freshSeconds: 300 });
}

/** Both status lists with the places of the revoked and the suspended ones, signed. */
export async function statusLists(
  revoked: readonly number[] = [],
  suspended: readonly number[] = [],
): Promise<readonly string[]> {
  const payloads = await Promise.all([statusPayload('revocation', revoked), statusPayload('suspension', suspended)]);
  return payloads.map((payload) => signedAsCredential(payload));
}
