import assert from 'node:assert/strict';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { equal } from '../../../testing/equal.ts';
import { toBase64Url } from '../jose/base64url.ts';
import { STATUS_LIST_PLACES } from './credential-names.ts';
import { decodeStatusBits, encodeStatusBits, isBitSet } from './status-bits.ts';

/** Bitstring Status List 1.0, example 3. */
const PUBLISHED = 'uH4sIAAAAAAAAA-3BMQEAAADCoPVPbQwfoAAAAAAAAAAAAAAAAAAAAIC3AYbSVKsAQAAA';

const packed = (bytes: Uint8Array): string => `u${toBase64Url(gzipSync(bytes))}`;
const codeOf = async (text: string): Promise<string> => {
  const read = await decodeStatusBits(text);
  return read.ok ? 'ok' : read.error.code;
};

test('the list of the specification is read: nobody is revoked in it', async () => {
  const read = await decodeStatusBits(PUBLISHED);
  assert.ok(read.ok && read.value.length * 8 === STATUS_LIST_PLACES && read.value.every((byte) => byte === 0));
});

test('an empty list differs from that of the specification at most in how it was packed', async () => {
  const made = await encodeStatusBits([]);
  assert.match(made, /^uH4sIAAAAAAAA_/, 'gzip without a time and without a system, in base64url');
  equal(made, await encodeStatusBits([]));
});

test('the first place is the leftmost bit (Bitstring Status List 1.0, 2.2)', async () => {
  const read = await decodeStatusBits(await encodeStatusBits([0, 9, STATUS_LIST_PLACES - 1]));
  assert.ok(read.ok);
  equal([read.value[0], read.value[1], read.value.at(-1)], [0x80, 0x40, 0x01]);
  equal(isBitSet(read.value, STATUS_LIST_PLACES), undefined);
});

test('exactly the places that were put in are read back', async () => {
  const places = fc.uniqueArray(fc.nat(STATUS_LIST_PLACES - 1), { maxLength: 300 });
  await fc.assert(
    fc.asyncProperty(places, async (set) => {
      const read = await decodeStatusBits(await encodeStatusBits(set));
      assert.ok(read.ok);
      const found = Array.from({ length: STATUS_LIST_PLACES }, (_, place) => place);
      const wanted = [...set].sort((first, second) => first - second);
      equal(
        found.filter((place) => isBitSet(read.value, place) === true),
        wanted,
      );
    }),
    { numRuns: 20 },
  );
});

test('a list that unpacks to more than will be read is left before it fills the memory', async () => {
  const bomb = packed(new Uint8Array(200_000_000));
  const before = process.memoryUsage().arrayBuffers;
  for (let run = 0; run < 5; run += 1) equal(await codeOf(bomb), 'list_too_large');
  const grown = process.memoryUsage().arrayBuffers - before;
  assert.ok(grown < 50_000_000, `${String(grown)} bytes more`);
});

test('a list shorter than the specification allows, or none at all, is refused', async () => {
  equal(await codeOf(packed(new Uint8Array(STATUS_LIST_PLACES / 8 - 1))), 'list_too_short');
  const whole = packed(new Uint8Array(STATUS_LIST_PLACES / 8));
  equal(await codeOf(whole), 'ok');
  for (const wrong of ['', 'u', whole.slice(1), `z${whole.slice(1)}`, whole.slice(0, -6), `${whole}=`, 'uAAAA'])
    equal(await codeOf(wrong), 'list_malformed', wrong);
});
