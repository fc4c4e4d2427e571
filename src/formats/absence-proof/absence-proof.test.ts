import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyText, mutated } from '../../../testing/any-text.ts';
import { equal } from '../../../testing/equal.ts';
import { parseAbsenceProof, writeAbsenceProof } from './absence-proof.ts';

const digest = new Uint8Array(32).fill(7);
const PROOF = {
  asked: { model: 'HGW-1', maker: '株式会社みなと' },
  before: { index: 3, digest, hashes: [digest, digest] },
  after: undefined,
  entry: 'c2sp.org/tlog-proof@v1\n',
} as const;

test('a proof of absence is read back as it was written', () => {
  const read = parseAbsenceProof(writeAbsenceProof(PROOF));
  assert.ok(read.ok);
  equal(writeAbsenceProof(read.value), writeAbsenceProof(PROOF));
});

test('whatever else is given is refused with its code, and never thrown at', () => {
  const text = writeAbsenceProof(PROOF);
  for (const wrong of [
    '',
    'null',
    '[]',
    text.replace('absence/1', 'absence/2'),
    text.replace('"index": 3', '"index": -1'),
    text.replace('"index": 3', '"index": 1e300'),
    text.replace('"model": "HGW-1"', '"model": 1'),
    text.replace('"model"', '"number"'),
    text.replace(/"hashes": \[/, `"hashes": [${'"",'.repeat(70)}`),
    `${text}${' '.repeat(1_300_000)}`,
  ]) {
    equal(parseAbsenceProof(wrong), { ok: false, error: { code: 'absence_malformed' } });
  }
  fc.assert(
    fc.property(fc.oneof(anyText(), mutated(text)), (given) => {
      parseAbsenceProof(given);
    }),
    { numRuns: 2000 },
  );
});
