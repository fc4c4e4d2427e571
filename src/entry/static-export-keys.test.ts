import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeProtectedHeader } from 'jose';
import { aWorld, okOf, SYSTEM } from '../../testing/builders/world.ts';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { TEST_TOOLS } from '../../testing/log-in-memory.ts';
import { scratchDirectory } from '../../testing/scratch.ts';
import { aSignedLabel, exported, publicFiles, RUNNING } from '../../testing/static-copy.ts';
import { makeCredentials } from '../app/credential/make-credentials.ts';
import { revokeKey } from '../app/credential/revoke-key.ts';
import { rotateKey } from '../app/credential/rotate-key.ts';
import { numericDate } from '../formats/credential/label-credential.ts';
import { isProven, verifyCredential } from '../verify/index.ts';
import { exportTools } from './export-tools.ts';

eachDatabase((_kind, open) => {
  test('a copy follows the issuer’s keys at once: nothing in it is signed or vouched for by a key that came out', async () => {
    const world = await aWorld(await open());
    const { deps } = world;
    const { label } = await aSignedLabel(world);
    const folder = scratchDirectory();
    const tools = await exportTools(deps, { isDemonstration: false, live: undefined });
    const copied = async () => {
      await exported(world, tools, folder);
      const files = await publicFiles(folder);
      const named = (part: string): string =>
        Object.entries(files).find(([file]) => file.replace(/\.[a-z]+$/, '') === part)?.[1] ?? '';
      const lists = ['revocation', 'suspension'].map((purpose) => named(`status/${purpose}/0`));
      const [issuer, credential] = [named('issuer'), named(`labels/${label.number}/credential`)];
      return { issuer, credential, lists, keySet: files['.well-known/jwks.json'] ?? '' };
    };
    const isProvenFrom = async ({ issuer, credential, lists }: Awaited<ReturnType<typeof copied>>) => {
      const now = numericDate(deps.clock.now());
      return isProven((await verifyCredential(credential, { issuer, lists, now }, TEST_TOOLS)).steps);
    };
    const first = await copied();
    assert.ok(await isProvenFrom(first));
    const old = decodeProtectedHeader(first.credential).kid ?? '';
    const key = old.slice(old.indexOf('#') + 1);

    const { key: next } = okOf(await rotateKey(deps, SYSTEM));
    const rotated = await copied();
    equal([rotated.issuer.includes(next), rotated.credential], [true, first.credential]);
    assert.ok(await isProvenFrom(rotated));

    okOf(await revokeKey(deps, SYSTEM, { key: old, reason: 'the disk was stolen' }));
    const revoked = await copied();
    equal([revoked.keySet.includes(key), revoked.credential], [false, '']);
    okOf(await makeCredentials(deps, RUNNING));
    const again = await copied();
    assert.notEqual(again.credential, first.credential);
    assert.ok(await isProvenFrom(again));
    const counts = await exported(world, tools, folder);
    equal([counts.made, counts.written], [0, 0], 'nothing is made anew once it is done');
  });
});
