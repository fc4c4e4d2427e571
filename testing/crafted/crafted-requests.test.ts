import assert from 'node:assert/strict';
import { test } from 'node:test';
import { takeSnapshots } from '../../src/app/open-data/take-snapshots.ts';
import { okOf } from '../builders/world.ts';
import { eachDatabase } from '../database.ts';
import { equal } from '../equal.ts';
import { aPublicSite } from '../public-site.ts';
import { aSignedLabel, RUNNING } from '../static-copy.ts';
import { siteReaders } from './site-readers.ts';
import { tryCrafted } from './try-crafted.ts';

/** Many more are tried by `npm run bench -- crafted`. */
const SHARE = 300;

eachDatabase((kind, open) => {
  test('crafted numbers, cursors, days, texts and look-ups are answered without a fault of ours', async () => {
    const { world, get } = await aPublicSite(await open(), { searchLimit: { burst: 1e9, perSecond: 1e9 } });
    const { label } = await aSignedLabel(world);
    world.clock.set('2026-04-02T01:00:00Z');
    okOf(await takeSnapshots(world.deps, RUNNING));
    const readers = siteReaders(get, [label.number]);
    const { faults, codes } = await tryCrafted(readers, { seed: kind === 'server' ? 2 : 1, count: SHARE });
    equal(faults, []);
    assert.ok(Object.keys(codes).some((code) => code.endsWith(' malformed_request')));
  });
});
