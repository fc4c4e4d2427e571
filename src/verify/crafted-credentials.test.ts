import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { anyText, mutated } from '../../testing/any-text.ts';
import { credentialPayload, issuerText, signedAsCredential, statusLists } from '../../testing/credential-in-memory.ts';
import { TEST_TOOLS } from '../../testing/log-in-memory.ts';
import type { Step } from './step.ts';
import { verifyCredential } from './verify-credential.ts';

const NOW = Temporal.Instant.from('2026-04-02T00:00:00Z').epochMilliseconds / 1000;
const ISSUER = issuerText();
const OWN = signedAsCredential();
const LISTS = await statusLists();

const stepsOf = async (text: string): Promise<readonly Step[]> =>
  (await verifyCredential(text, { issuer: ISSUER, lists: [], now: NOW }, TEST_TOOLS)).steps;

/** How many are tried. */
const CRAFTED = 100_000;

test('of a hundred thousand crafted credentials none is believed, none throws, and each is refused with a code', async () => {
  const texts = fc.oneof(anyText(), mutated(OWN), mutated(LISTS[0] ?? ''));
  const codes = new Set<string>();
  let told = 0;
  for (const text of fc.sample(texts, { numRuns: CRAFTED, seed: 2026 })) {
    if (text.trim() === OWN) continue;
    const steps = await stepsOf(text);
    const failed = steps.find(({ outcome }) => outcome === 'failed');
    assert.ok(failed !== undefined && typeof failed.detail['code'] === 'string', text);
    codes.add(`${failed.id} ${failed.detail['code']}`);
    told += 1;
  }
  assert.ok(told > CRAFTED * 0.98, `only ${String(told)} were others`);
  assert.ok(codes.size >= 4, [...codes].join());
});

test('whatever a signed credential says, nothing is thrown', async () => {
  const payload = fc.oneof(
    fc.object({ maxDepth: 3 }),
    fc.tuple(fc.constantFrom(...Object.keys(credentialPayload())), fc.jsonValue()).map(([member, value]) => ({
      ...credentialPayload(),
      [member]: value,
    })),
    fc
      .tuple(fc.constantFrom('number', 'labelFrom', 'labelUntil', 'graceUntil', 'recordSha256'), fc.jsonValue())
      .map(([member, value]) => ({
        ...credentialPayload(),
        credentialSubject: { ...(credentialPayload()['credentialSubject'] as object), [member]: value },
      })),
  );
  await fc.assert(
    fc.asyncProperty(payload, async (given) => {
      const plain = JSON.parse(JSON.stringify(given)) as Readonly<Record<string, unknown>>;
      const isWellFormed = JSON.stringify(plain).isWellFormed();
      if (isWellFormed) assert.ok((await stepsOf(signedAsCredential(plain))).length > 0);
    }),
    { numRuns: 2000 },
  );
});
