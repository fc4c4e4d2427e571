import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import {
  CREDENTIAL_BASE,
  CREDENTIAL_HEADER,
  CREDENTIAL_KEY,
  credentialPayload,
  issuerText,
  publishedKey,
  RECORD_SHA256,
  signedAsCredential,
  statusLists,
  statusPayload,
} from '../../testing/credential-in-memory.ts';
import { ed25519Key } from '../../testing/ed25519.ts';
import { equal } from '../../testing/equal.ts';
import { TEST_TOOLS } from '../../testing/log-in-memory.ts';
import { toBase64Url } from '../formats/jose/base64url.ts';
import { isProven, type Step } from './step.ts';
import { verifyCredential, type CredentialExpectation } from './verify-credential.ts';

const seconds = (moment: string): number => Temporal.Instant.from(moment).epochMilliseconds / 1000;
const NOW = seconds('2026-04-02T00:00:00Z');
const ISSUER = issuerText();
const OWN = signedAsCredential();
const LISTS = await statusLists();

const stepsOf = async (text: string, expected: Partial<CredentialExpectation> = {}): Promise<readonly Step[]> =>
  (await verifyCredential(text, { issuer: ISSUER, lists: LISTS, now: NOW, ...expected }, TEST_TOOLS)).steps;
const shown = (steps: readonly Step[]): readonly string[] => steps.map(({ id, outcome }) => `${id} ${outcome}`);
/** The step that fails, and why. */
const fault = async (text: string, expected: Partial<CredentialExpectation> = {}): Promise<string> => {
  const failed = (await stepsOf(text, expected)).find(({ outcome }) => outcome === 'failed');
  return failed === undefined ? 'proven' : `${failed.id} ${String(failed.detail['code'] ?? '')}`.trim();
};
const without = (payload: object, member: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(payload).filter(([name]) => name !== member));

test('a credential is verified step by step, down to its status', async () => {
  const steps = await stepsOf(OWN, { number: 'S1-26-00001-A', recordSha256: RECORD_SHA256 });
  equal(shown(steps), [
    'issuer ok',
    'credential ok',
    'signature ok',
    'content ok',
    'label ok',
    'same-record ok',
    'period ok',
    'revocation ok',
    'suspension ok',
  ]);
  assert.ok(isProven(steps));
  equal(steps.find(({ id }) => id === 'period')?.detail, { day: '2026-04-02' });
});

test('what it is about must be what was asked for', async () => {
  equal(await fault(OWN, { number: 'S1-26-00002-B' }), 'label');
  equal(await fault(OWN, { recordSha256: 'ef'.repeat(32) }), 'same-record');
});

test('a label is valid from its first to its last day in its own zone, then in grace, then lapsed', async () => {
  const period = async (expected: Partial<CredentialExpectation>): Promise<Step | undefined> =>
    (await stepsOf(OWN, { lists: [], ...expected })).find(({ id }) => id === 'period');
  const outcome = async (day: string): Promise<string> => {
    const step = await period({ day });
    return `${step?.outcome ?? ''} ${String(step?.detail['code'] ?? '')}`.trim();
  };
  equal(await outcome('2026-03-31'), 'failed not_yet_valid');
  equal(await outcome('2026-04-01'), 'ok');
  equal(await outcome('2028-03-31'), 'ok');
  equal(await outcome('2028-04-01'), 'unknown');
  equal(await outcome('2028-04-30'), 'unknown');
  equal(await outcome('2028-05-01'), 'failed lapsed');
  const midnight = seconds('2028-03-31T15:00:00Z');
  equal((await period({ now: midnight - 1 }))?.detail['day'], '2028-03-31');
  equal((await period({ now: midnight }))?.outcome, 'unknown', 'a second after the last day in Tokyo');
});

test('a revoked or suspended label is not proven, and without lists its status stays open', async () => {
  equal(await fault(OWN, { lists: await statusLists([5]) }), 'revocation');
  equal(await fault(OWN, { lists: await statusLists([], [5]) }), 'suspension');
  equal(await fault(OWN, { lists: await statusLists([4, 6], [4, 6]) }), 'proven');
  equal(shown(await stepsOf(OWN, { lists: [] })).slice(-2), ['revocation unknown', 'suspension unknown']);
  equal(shown(await stepsOf(OWN, { lists: LISTS.slice(0, 1) })).slice(-2), ['revocation ok', 'suspension unknown']);
});

test('of two lists that are both believed the newer one counts, in whatever order they are given', async () => {
  const listOf = async (places: readonly number[], day: string): Promise<string> =>
    signedAsCredential(await statusPayload('revocation', places, day));
  const suspension = LISTS[1] ?? '';
  const [before, now] = ['2026-04-01', '2026-04-02'];
  for (const [revokedOn, freeOn, found] of [
    [now, before, 'revocation'],
    [before, now, 'proven'],
    [now, now, 'revocation'],
  ] as const) {
    const two = [await listOf([5], revokedOn), await listOf([], freeOn)];
    for (const lists of [two, two.toReversed()]) equal(await fault(OWN, { lists: [...lists, suspension] }), found);
  }
});

test('a status list is believed only when it is signed, of the right kind, in date and small enough', async () => {
  const list = await statusPayload('revocation');
  const changed = (subject: object): string => {
    const credentialSubject = { ...(list['credentialSubject'] as object), ...subject };
    return signedAsCredential({ ...list, credentialSubject });
  };
  const bomb = `u${toBase64Url(gzipSync(new Uint8Array(100_000_000)))}`;
  const lists: readonly (readonly [string, string])[] = [
    [changed({ encodedList: bomb }), 'status-list list_too_large'],
    [changed({ encodedList: 'uAAAA' }), 'status-list list_malformed'],
    [changed({ encodedList: 7 }), 'status-list list_malformed'],
    [changed({ type: 'StatusList2021' }), 'status-list list_malformed'],
    [signedAsCredential({ ...list, type: ['VerifiableCredential'] }), 'status-list type_not_known'],
    [signedAsCredential({ ...list, issuer: 'https://elsewhere.example/issuer' }), 'status-list issuer_differs'],
    [OWN, 'status-list type_not_known'],
    [`${LISTS[0] ?? ''}A`, 'status-list signature_malformed'],
    ['', 'status-list jws_malformed'],
  ];
  for (const [text, found] of lists) equal(await fault(OWN, { lists: [text] }), found);
  equal(await fault(OWN, { now: seconds('2026-04-09T00:00:00+09:00') + 301 }), 'status-list list_out_of_date');
  equal(await fault(OWN, { now: seconds('2026-04-09T00:00:00+09:00') - 1 }), 'proven');
  const tomorrow = signedAsCredential({ ...(await statusPayload('revocation', [], '2026-04-03')), iat: NOW });
  equal(await fault(OWN, { lists: [tomorrow] }), 'status-list list_not_yet_valid');
  const elsewhere = signedAsCredential({ ...list, id: `${CREDENTIAL_BASE}/status/revocation/1` });
  equal(shown(await stepsOf(OWN, { lists: [elsewhere] })).at(-2), 'revocation unknown', 'the list of other labels');
  const far = signedAsCredential({
    ...credentialPayload(),
    credentialStatus: (credentialPayload()['credentialStatus'] as readonly object[]).map((entry) => ({
      ...entry,
      statusListIndex: '131072',
    })),
  });
  equal(await fault(far), 'status-list place_not_in_list');
});

test('nothing but Ed25519 is taken for a signature, whatever the header says (RFC 8725, 3.1)', async () => {
  const input = (header: object): string =>
    [header, credentialPayload()].map((part) => toBase64Url(new TextEncoder().encode(JSON.stringify(part)))).join('.');
  const none = input({ ...CREDENTIAL_HEADER, alg: 'none' });
  const hmac = input({ ...CREDENTIAL_HEADER, alg: 'HS256' });
  const mac = createHmac('sha256', CREDENTIAL_KEY.publicKey).update(hmac).digest();
  for (const forged of [`${none}.`, `${none}.AAAA`, `${hmac}.${toBase64Url(mac)}`])
    assert.match(await fault(forged), /^credential (alg_not_taken|jws_malformed)$/);
  for (const alg of ['none', 'HS256', 'ES256', 'RS256', 'eddsa', 'Ed448', ['EdDSA'], null])
    equal(
      await fault(signedAsCredential(credentialPayload(), { ...CREDENTIAL_HEADER, alg })),
      'credential alg_not_taken',
    );
  equal(
    await fault(signedAsCredential(credentialPayload(), without(CREDENTIAL_HEADER, 'alg'))),
    'credential alg_not_taken',
  );
  equal(await fault(signedAsCredential(credentialPayload(), { ...CREDENTIAL_HEADER, alg: 'Ed25519' })), 'proven');
});

test('a header of another type, with demands, or without the name of a key is refused; a key in it is not believed', async () => {
  const headed = (header: object): string =>
    signedAsCredential(credentialPayload(), { ...CREDENTIAL_HEADER, ...header });
  for (const typ of ['JWT', 'vp+jwt', 'vc+sd-jwt', '', 1])
    equal(await fault(headed({ typ })), 'credential typ_not_taken');
  equal(await fault(headed({ crit: ['exp'] })), 'credential header_not_understood');
  equal(await fault(headed({ b64: false })), 'credential header_not_understood');
  equal(
    await fault(signedAsCredential(credentialPayload(), without(CREDENTIAL_HEADER, 'kid'))),
    'credential kid_missing',
  );
  const stranger = ed25519Key(new Uint8Array(32).fill(8));
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: toBase64Url(stranger.publicKey) };
  equal(await fault(headed({ kid: `${CREDENTIAL_BASE}/issuer#other`, jwk })), 'signature key_not_known');
});

test('a key vouches for what it signed while it was in use, also after it was retired, and for nothing once revoked', async () => {
  const used = (from: string, until: string | null, revoked: string | null = null): string => {
    const moment = (text: string | null) => (text === null ? null : Temporal.Instant.from(text));
    const usedFrom = Temporal.Instant.from(from);
    return issuerText([publishedKey({ usedFrom, usedUntil: moment(until), revokedAt: moment(revoked) })]);
  };
  equal(await fault(OWN, { issuer: used('2026-01-01T00:00:00Z', '2026-04-01T12:00:00Z') }), 'proven');
  const short = used('2026-01-01T00:00:00Z', '2026-03-01T00:00:00Z');
  equal(await fault(OWN, { issuer: short }), 'signature key_not_in_use', 'signed after the key had been retired');
  equal(await fault(OWN, { issuer: used('2026-05-01T00:00:00Z', null) }), 'signature key_not_in_use');
  const revoked = used('2026-01-01T00:00:00Z', '2026-06-01T00:00:00Z', '2026-06-02T00:00:00Z');
  equal(await fault(OWN, { issuer: revoked }), 'signature key_revoked');
  equal(await fault(signedAsCredential(without(credentialPayload(), 'iat'))), 'signature key_not_in_use');
});

test('an issuer that cannot be read, or is another one, proves nothing', async () => {
  const document = JSON.parse(ISSUER) as { verificationMethod: readonly object[] };
  const twice = JSON.stringify({
    ...document,
    verificationMethod: [...document.verificationMethod, ...document.verificationMethod],
  });
  for (const issuer of ['', '{}', '[]', twice, ISSUER.replace('/issuer"', '/other"'), 'x'.repeat(1_000_001)])
    equal(await fault(OWN, { issuer }), 'issuer issuer_malformed');
  equal(await fault(OWN, { issuer: issuerText([]) }), 'signature key_not_known');
  equal(await fault(OWN, { issuer: issuerText(undefined, 'https://elsewhere.example') }), 'signature key_not_known');
  const unvouched = JSON.stringify({ ...document, assertionMethod: [] });
  equal(await fault(OWN, { issuer: unvouched }), 'signature key_revoked');
});

test('a signed text that is no label of this issuer is told what it lacks', async () => {
  const own = credentialPayload();
  const changed = (members: object): Promise<string> => fault(signedAsCredential({ ...own, ...members }));
  equal(await changed({ '@context': ['https://www.w3.org/2018/credentials/v1'] }), 'content context_not_known');
  equal(
    await changed({ '@context': (own['@context'] as readonly string[]).toReversed() }),
    'content context_not_known',
  );
  equal(await changed({ '@context': 'https://www.w3.org/ns/credentials/v2' }), 'content context_not_known');
  equal(await changed({ type: ['LabelCredential'] }), 'content type_not_known');
  equal(await changed({ type: ['VerifiableCredential'] }), 'content type_not_known');
  equal(await changed({ issuer: 'https://elsewhere.example/issuer' }), 'content issuer_differs');
  equal(await changed({ issuer: `${CREDENTIAL_BASE}/issuer` }), 'proven', 'an issuer may be told by its address alone');
  equal(await changed({ iss: 'https://elsewhere.example' }), 'content issuer_differs');
  equal(await changed({ vc: {} }), 'content old_form');
  equal(await changed({ iat: NOW + 301 }), 'content signed_in_future');
  equal(await changed({ nbf: NOW + 301 }), 'content signed_in_future');
  equal(await changed({ exp: NOW - 301 }), 'content signature_expired');
  equal(await changed({ exp: 'never' }), 'content claim_malformed');
  equal(await changed({ validFrom: '2026-04-01' }), 'content period_malformed');
  equal(await changed({ validUntil: own['validFrom'] }), 'content period_malformed');
  equal(await changed({ credentialSubject: {} }), 'content subject_malformed');
  equal(await changed({ credentialSubject: [own['credentialSubject']] }), 'content subject_malformed');
  equal(await changed({ credentialStatus: [] }), 'content status_malformed');
  const [revocation] = own['credentialStatus'] as readonly object[];
  equal(
    await changed({ credentialStatus: [revocation] }),
    'content status_malformed',
    'its suspension is told nowhere',
  );
  const foreign = [{ ...revocation, statusListCredential: 'https://elsewhere.example/status/revocation/0' }];
  equal(await changed({ credentialStatus: foreign }), 'content status_malformed');
  const doubled = `{"iat":1,${JSON.stringify(own).slice(1)}`;
  const signed = [JSON.stringify(CREDENTIAL_HEADER), doubled]
    .map((part) => toBase64Url(new TextEncoder().encode(part)))
    .join('.');
  const signature = toBase64Url(CREDENTIAL_KEY.sign(new TextEncoder().encode(signed)));
  equal(await fault(`${signed}.${signature}`), 'credential jws_json', 'a claim that is there twice');
});
