import { chanceFrom } from '../measure/chance.ts';
import type { DiskCluster } from '../measure/disk-cluster.ts';
import type { FoundState } from './found-state.ts';
import { beginLife, endLife, inspect, type Life } from './life.ts';
import { EMBEDDED_MOMENTS, killAt, SERVER_MOMENTS, type Moment } from './moments.ts';

/** How many rounds, on what, and which random moments; `say` hears after every tenth round how far it is. */
type KillWish = {
  readonly rounds: number;
  /** The server to use; without one the embedded database is killed. */
  readonly cluster?: DiskCluster;
  readonly seed: number;
  readonly say?: (line: string) => void;
};

/** What the rounds counted and found. The first faulty round is the last; its place is kept to be looked at. */
export type KillOutcome = {
  readonly counts: Readonly<Record<string, number>>;
  readonly faults: readonly string[];
};

function countsOf(life: Life, state: FoundState, moments: readonly Moment[]): KillOutcome['counts'] {
  const lines = state.submissions.flatMap((submission) => submission.files);
  const published = state.labels.filter((label) => label.published_at !== null).length;
  const kinds = [...new Set(moments)].map((kind): [string, number] => [
    `rounds: killed at ${kind}`,
    moments.filter((moment) => moment === kind).length,
  ]);
  return {
    rounds: moments.length,
    ...Object.fromEntries(kinds),
    'processes killed on the lasting place': life.processes,
    'acts acknowledged, all found': life.ledger.acknowledged,
    'acts committed before they could be acknowledged': life.ledger.adopted,
    cases: state.cases.length,
    'labels published, each in the log': published,
    'labels under embargo': state.labels.length - published,
    'receipt lines': lines.length,
    'files of receipts, each in the store': new Set(lines.map((line) => line.sha256)).size,
  };
}

/**
 * Kills processes at random moments while they perform acts, over and over on the same place, and after each round holds
 * the restarted database against everything that was acknowledged and against every invariant.
 */
export async function killRounds({ rounds, cluster, seed, say }: KillWish): Promise<KillOutcome> {
  const order = cluster === undefined ? EMBEDDED_MOMENTS : SERVER_MOMENTS;
  const moments = Array.from({ length: rounds }, (_none, round) => order[round % order.length] ?? 'acts');
  const chance = chanceFrom(seed);
  const life = await beginLife(cluster);
  let state: FoundState | undefined;
  for (const [round, moment] of moments.entries()) {
    const elsewhere = await killAt(moment, { life, cluster, chance });
    const found = await inspect(life);
    ({ state } = found);
    const faults = [...elsewhere, ...found.faults];
    if (faults.length > 0) {
      const where = `round ${String(round + 1)} of seed ${String(seed)}, killed at ${moment}; kept in ${life.place.directory}`;
      return { counts: countsOf(life, state, moments.slice(0, round + 1)), faults: [where, ...faults] };
    }
    if (round % 10 === 9)
      say?.(`${String(round + 1)} rounds, ${String(life.ledger.acknowledged)} acts acknowledged and found`);
  }
  endLife(life);
  if (state === undefined) throw new Error('no round was asked for');
  return { counts: countsOf(life, state, moments), faults: [] };
}
