import { takeSnapshots } from '../../src/app/open-data/take-snapshots.ts';
import { okOf } from '../../testing/builders/world.ts';
import { READERS } from '../../testing/crafted/readers.ts';
import { siteReaders } from '../../testing/crafted/site-readers.ts';
import { tryCrafted, type CraftedOutcome } from '../../testing/crafted/try-crafted.ts';
import { openEmbeddedCopy } from '../../testing/embedded-template.ts';
import { aPublicSite } from '../../testing/public-site.ts';
import { aSignedLabel, RUNNING } from '../../testing/static-copy.ts';
import { livingMemory, riseOf } from '../measure/memory.ts';
import type { Report, Run } from '../measure/report.ts';

/** MiB that what the collector leaves may rise by over the last half. */
const MOST_GROWTH = 8;
const SAMPLES = 100;

type Watched = CraftedOutcome & { readonly living: readonly number[]; readonly seconds: number };

async function watched(
  readers: Parameters<typeof tryCrafted>[0],
  given: Parameters<typeof tryCrafted>[1],
  say: (line: string) => void,
): Promise<Watched> {
  const every = Math.max(1, Math.floor(given.count / SAMPLES));
  const living: number[] = [];
  const begun = performance.now();
  const outcome = await tryCrafted(readers, given, (tried) => {
    if (tried % every !== 0) return;
    living.push(livingMemory());
    if (tried % (every * 20) === 0) say(`${String(tried)} tried`);
  });
  return { ...outcome, living, seconds: (performance.now() - begun) / 1000 };
}

function countsOf(name: string, { tried, codes, living, seconds }: Watched): Report['counts'] {
  const taken = Object.entries(codes).flatMap(([code, count]) => (code.endsWith(': taken') ? [count] : []));
  return {
    [`${name} tried`]: tried,
    [`… told apart as`]: `${String(Object.keys(codes).length)} outcomes`,
    [`… taken, being well-formed`]: taken.reduce((sum, count) => sum + count, 0),
    [`… µs each`]: ((seconds * 1e6) / tried).toFixed(0),
    [`… MiB living, first half`]: Math.max(...living.slice(0, living.length / 2)).toFixed(1),
    [`… MiB living at most`]: Math.max(...living).toFixed(1),
    [`… MiB risen over the last half`]: riseOf(living).toFixed(2),
  };
}

const faultsOf = (name: string, { faults, living }: Watched): readonly string[] => [
  ...faults,
  ...(riseOf(living) > MOST_GROWTH ? [`${name}: memory rose by ${riseOf(living).toFixed(1)} MiB`] : []),
];

/**
 * `npm run bench -- crafted`: a million crafted numbers, proofs, notes, credentials and tiles, and requests to a
 * register.
 */
export const craftedInput: Run = async (options, say) => {
  const [seed, count, requests] = ['seed', 'count', 'requests'].map((name) => Number(options[name]));
  const given = { seed: seed ?? 1, count: count ?? 0 };
  const read = await watched(READERS, given, say);
  const db = await openEmbeddedCopy();
  try {
    const { world, get } = await aPublicSite(db, { searchLimit: { burst: 1e9, perSecond: 1e9 } });
    const { label } = await aSignedLabel(world);
    world.clock.set('2026-04-02T01:00:00Z');
    okOf(await takeSnapshots(world.deps, RUNNING));
    const asked = await watched(siteReaders(get, [label.number]), { ...given, count: requests ?? 0 }, say);
    const codes = Object.entries(read.codes).map(([code, times]) => `${String(times).padStart(9)}  ${code}`);
    codes.sort().forEach(say);
    return {
      benchmark: 'crafted',
      comparisons: [],
      counts: { ...countsOf('texts', read), ...countsOf('requests', asked) },
      faults: [...faultsOf('texts', read), ...faultsOf('requests', asked)],
    };
  } finally {
    await db.close();
  }
};
