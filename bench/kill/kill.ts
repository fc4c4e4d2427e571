import { POSTGRES_PROGRAMS } from '../../testing/postgres-programs.ts';
import type { Run } from '../measure/report.ts';
import { startDiskCluster } from '../measure/disk-cluster.ts';
import { killRounds, type KillOutcome } from './kill-rounds.ts';

function named(kind: string, { counts, faults }: KillOutcome): KillOutcome {
  return {
    counts: Object.fromEntries(Object.entries(counts).map(([name, count]) => [`${kind}: ${name}`, count])),
    faults: faults.map((fault) => `${kind}: ${fault}`),
  };
}

async function onServer(rounds: number, seed: number, say: (line: string) => void): Promise<KillOutcome> {
  if (POSTGRES_PROGRAMS === undefined) return { counts: {}, faults: ['no PostgreSQL server programs found'] };
  const cluster = await startDiskCluster();
  try {
    return named(`server ${cluster.version}`, await killRounds({ rounds, cluster, seed, say }));
  } finally {
    cluster.remove();
  }
}

/** `npm run bench -- kill`: rounds on the embedded database, then on a server; no target but that nothing is wrong. */
export const kill: Run = async (options, say) => {
  const seed = Number(options['seed']) || Math.trunc(performance.timeOrigin) % 1_000_000;
  const rounds = { embedded: Number(options['rounds-embedded']), server: Number(options['rounds-server']) };
  const nothing: KillOutcome = { counts: {}, faults: [] };
  const embedded =
    rounds.embedded > 0 ? named('embedded', await killRounds({ rounds: rounds.embedded, seed, say })) : nothing;
  const server = rounds.server > 0 ? await onServer(rounds.server, seed, say) : nothing;
  return {
    benchmark: 'kill',
    comparisons: [],
    counts: { seed, ...embedded.counts, ...server.counts },
    faults: [...embedded.faults, ...server.faults],
  };
};
