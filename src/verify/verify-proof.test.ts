import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { mutated, anyText } from '../../testing/any-text.ts';
import { equal } from '../../testing/equal.ts';
import { aWitness, logOf, signedByLog, TEST_TOOLS } from '../../testing/log-in-memory.ts';
import { sha256Bytes } from '../../testing/sha256.ts';
import { labelPublishedEntry } from '../formats/public-log-entry/write-entry.ts';
import { isProven, type Step } from './step.ts';
import { verifyProof, type ProofExpectation } from './verify-proof.ts';

const publishedAt = Temporal.Instant.from('2026-04-01T01:00:00Z');
const entryOf = (number: string, record: object): string =>
  labelPublishedEntry(sha256Bytes, { number, publishedAt, record: JSON.stringify(record) });
const RECORD = { level: 's1', number: 'S1-2' };
const ENTRIES = [
  '{"kind":"later","n":1}',
  entryOf('S1-1', { a: 1 }),
  entryOf('S1-2', RECORD),
  'no json',
  entryOf('S1-3', {}),
];
const LOG = logOf(ENTRIES);

const stepsOf = async (proof: string, expected: Partial<ProofExpectation> = {}): Promise<readonly Step[]> =>
  (await verifyProof(proof, { key: LOG.key, ...expected }, TEST_TOOLS)).steps;
const shown = (steps: readonly Step[]): readonly string[] => steps.map(({ id, outcome }) => `${id} ${outcome}`);
const lastOf = async (proof: string, expected?: Partial<ProofExpectation>): Promise<Step | undefined> =>
  (await stepsOf(proof, expected)).at(-1);

test('a proof is verified step by step, down to what its entry says', async () => {
  const steps = await stepsOf(LOG.proof(2), { number: 'S1-2', record: { number: 'S1-2', level: 's1' } });
  equal(shown(steps), ['key ok', 'proof ok', 'checkpoint ok', 'inclusion ok', 'entry ok', 'subject ok', 'record ok']);
  equal(
    steps.slice(2, 4).map(({ detail }) => detail),
    [
      { origin: 'register.example/log', size: 5 },
      { index: 2, size: 5 },
    ],
  );
  assert.ok(isProven(steps));
});

test('a proof is proven to somebody who relies on witnesses only with the cosignature of each of them', async () => {
  const [one, other] = [aWitness('witness.example/1'), aWitness('witness.example/2')];
  const proof = one.cosign(LOG.proof(2), 1_775_000_000);
  const seen = async (witnesses: readonly string[], text = proof) =>
    (await stepsOf(text, { witnesses }))
      .filter(({ id }) => id === 'witness')
      .map(({ outcome, detail }) => [outcome, detail]);
  const at = '2026-03-31T23:33:20Z';
  equal(await seen([one.key]), [['ok', { name: 'witness.example/1', at }]]);
  equal(await seen([one.key, other.key]), [
    ['ok', { name: 'witness.example/1', at }],
    ['failed', { name: 'witness.example/2', code: 'not_cosigned' }],
  ]);
  equal(await seen([one.key], LOG.proof(2)), [['failed', { name: 'witness.example/1', code: 'not_cosigned' }]]);
  equal(await seen([LOG.key]), [['failed', { name: 'register.example/log', code: 'not_cosigned' }]]);
  equal(await seen(['x']), [['failed', { name: 'x', code: 'key_malformed' }]]);
  const later = logOf([...ENTRIES, 'more']).proof(2) + proof.slice(LOG.proof(2).length);
  equal(await seen([one.key], later), [['failed', { name: 'witness.example/1', code: 'not_cosigned' }]]);
  equal(await seen([]), []);
});

test('a proof is not taken for another label, another record or another log', async () => {
  equal(await lastOf(LOG.proof(2), { number: 'S1-1' }), {
    id: 'subject',
    outcome: 'failed',
    detail: { found: 'S1-2', expected: 'S1-1' },
  });
  equal(await lastOf(LOG.proof(2), { record: { ...RECORD, level: 's2' } }), {
    id: 'record',
    outcome: 'failed',
    detail: { number: 'S1-2' },
  });
  const deep: unknown = JSON.parse('['.repeat(200_000) + ']'.repeat(200_000));
  equal((await lastOf(LOG.proof(2), { record: deep }))?.id, 'record');
  equal((await lastOf(LOG.proof(0), { number: 'S1-2' }))?.detail, { found: 'later', expected: 'S1-2' });
  equal((await lastOf(LOG.proof(0)))?.id, 'entry');
  equal((await lastOf(LOG.proof(3)))?.detail, { code: 'entry_malformed' });
  const stranger = 'PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW';
  equal((await lastOf(LOG.proof(2), { key: stranger }))?.detail, { code: 'note_not_signed' });
  equal(shown(await stepsOf(LOG.proof(2), { key: 'no key' })), ['key failed']);
});

test('a proof whose entry, place or way up was changed does not hold', async () => {
  const proof = LOG.proof(2);
  const other = LOG.proof(1);
  const extra = /extra (.*)/.exec(other)?.[1] ?? '';
  equal((await lastOf(proof.replace(/extra .*/, `extra ${extra}`)))?.id, 'inclusion');
  equal((await lastOf(proof.replace('index 2', 'index 3')))?.id, 'inclusion');
  equal((await lastOf(proof.replace(/index 2\n.*\n/, 'index 2\n')))?.id, 'inclusion');
  equal((await lastOf(proof.replace(/extra .*\n/, '')))?.detail, { code: 'entry_not_enclosed' });
  equal((await lastOf(proof.replace('\n5\n', '\n6\n')))?.detail, { code: 'note_signature_false' });
});

test('a signed checkpoint that contradicts the entry proves nothing', async () => {
  const forged = signedByLog(`register.example/log\n5\n${new Uint8Array(32).toBase64()}\n`);
  const proof = LOG.proof(2);
  equal((await lastOf(proof.slice(0, proof.indexOf('\n\n') + 2) + forged))?.id, 'inclusion');
});

test('whatever is shown as a proof, nothing is thrown, and no changed proof holds', async () => {
  const proof = LOG.proof(2);
  const given = fc.oneof(anyText(), mutated(proof));
  await fc.assert(
    fc.asyncProperty(given, async (text) => {
      if (text !== proof) assert.ok(!isProven(await stepsOf(text)), text);
    }),
    { numRuns: 2000 },
  );
});
