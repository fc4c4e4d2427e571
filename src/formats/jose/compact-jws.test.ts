import assert from 'node:assert/strict';
import { test } from 'node:test';
import { anyText, mutated } from '../../../testing/any-text.ts';
import { ed25519Key, verifyEd25519 } from '../../../testing/ed25519.ts';
import { equal } from '../../../testing/equal.ts';
import { sha256Bytes } from '../../../testing/sha256.ts';
import fc from 'fast-check';
import { bytesFromBase64Url, toBase64Url } from './base64url.ts';
import { jwsSigningInput, LONGEST_JWS, parseCompactJws, writeCompactJws } from './compact-jws.ts';
import { jwkThumbprint, parseEd25519Jwk, toEd25519Jwk } from './ed25519-jwk.ts';
import { parseUnambiguousJson } from './unambiguous-json.ts';

/** RFC 8037, appendix A.1: the key of its examples. */
const SECRET = 'nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A';
const X = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';

const utf8 = new TextEncoder();
const bytesOf = (text: string): Uint8Array => bytesFromBase64Url(text) ?? assert.fail(text);
const KEY = ed25519Key(bytesOf(SECRET));
const jws = (header: string, payload: string, signature = 'AAAA'): string =>
  [header, payload].map((part) => toBase64Url(utf8.encode(part))).join('.') + `.${signature}`;
const codeOf = (text: string): string => {
  const read = parseCompactJws(text);
  return read.ok ? 'ok' : read.error.code;
};

test('keys and their thumbprints are those of RFC 8037, A.1 to A.3, and RFC 7638', () => {
  equal(toEd25519Jwk(KEY.publicKey), { kty: 'OKP', crv: 'Ed25519', x: X });
  equal(parseEd25519Jwk({ kty: 'OKP', crv: 'Ed25519', x: X, kid: 'any', use: 'sig' })?.toHex(), KEY.publicKey.toHex());
  equal(jwkThumbprint(sha256Bytes, KEY.publicKey), 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k');
});

test('a signature is that of RFC 8037, A.4, and verifies as in A.5', () => {
  const signed = 'eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc';
  const signature = 'hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIbQR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg';
  const message = utf8.encode(signed);
  equal(writeCompactJws(signed, KEY.sign(message)), `${signed}.${signature}`);
  assert.ok(verifyEd25519({ publicKey: bytesOf(X), message, signature: bytesOf(signature) }));
  equal(codeOf(`${signed}.${signature}`), 'jws_json', 'what it signs is no JSON object');
});

test('other kinds of keys, and keys given away with their secret, are none', () => {
  const own = { kty: 'OKP', crv: 'Ed25519', x: X };
  for (const wrong of [
    { ...own, kty: 'EC' },
    { ...own, crv: 'X25519' },
    { ...own, x: `${X}A` },
    { ...own, x: X.slice(1) },
    { ...own, x: `${X}=` },
    { ...own, d: SECRET },
    [own],
    null,
    X,
  ])
    equal(parseEd25519Jwk(wrong), undefined, JSON.stringify(wrong));
});

test('base64url is read only as it is written: no padding, no other alphabet, no bits to spare (RFC 7515, 2)', () => {
  for (const wrong of ['AA==', 'A', 'AB', 'A+', 'A/', 'AA AA', 'AA\n', 'é']) {
    equal(bytesFromBase64Url(wrong), undefined, wrong);
  }
  equal(bytesFromBase64Url('_-8')?.toHex(), 'ffef');
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => equal(bytesFromBase64Url(toBase64Url(bytes))?.toHex(), bytes.toHex())),
  );
});

test('what is signed does not depend on the order members were named in', () => {
  equal(jwsSigningInput({ b: 1, a: 2 }, { d: [1], c: '港' }), jwsSigningInput({ a: 2, b: 1 }, { c: '港', d: [1] }));
});

test('a text is taken apart only when it is a header, a payload and a signature', () => {
  equal(codeOf(jws('{"a":1}', '{"b":{}}')), 'ok');
  const whole = jws('{}', '{}');
  for (const wrong of ['', '..', 'e30.e30', `${whole}.AAAA`, `${whole}.`, ` ${whole}`, whole.replace('.', '=.')])
    equal(codeOf(wrong), 'jws_malformed', wrong);
  for (const wrong of ['[]', '"x"', 'null', '{', '{"a":1,}', '\ufeff{}', '{}{}'])
    equal(codeOf(jws('{}', wrong)), 'jws_json', wrong);
  equal(codeOf(`${toBase64Url(Uint8Array.of(0x7b, 0xff, 0x7d))}.e30.AAAA`), 'jws_json', 'no UTF-8');
  equal(codeOf('A'.repeat(LONGEST_JWS + 1)), 'jws_too_long');
});

test('an object that names a member twice is refused at any depth, however the name is written (RFC 7515, 4)', () => {
  const read = (json: string): boolean => parseUnambiguousJson(utf8.encode(json)) !== undefined;
  for (const twice of [
    '{"a":1,"a":1}',
    '{"a":{"b":1,"c":2,"b":3}}',
    '{"x":[{"b":1,"b":2}]}',
    '{"a":1,"\\u0061":2}',
    '{"a" :1, "a"\n: 2}',
  ])
    assert.ok(!read(twice), twice);
  for (const once of [
    '{"a":{"a":{"a":1}},"b":[{"a":1},{"a":2}]}',
    '{"a":"{\\"a\\":1,\\"a\\":2}"}',
    '{"a":"\\\\","b":"\\\\"}',
  ])
    assert.ok(read(once), once);
  assert.ok(read(`{"a":"${'x'.repeat(900_000)}"}`));
});

test('whatever is taken apart, nothing is thrown, and what is signed is what was sent', () => {
  const given = fc.oneof(anyText(), mutated(jws('{"alg":"EdDSA"}', '{"a":[1,{"b":"c"}]}')));
  fc.assert(
    fc.property(given, (text) => {
      const read = parseCompactJws(text);
      if (read.ok) equal(new TextDecoder().decode(read.value.signed), text.slice(0, text.lastIndexOf('.')));
    }),
    { numRuns: 20_000 },
  );
});
