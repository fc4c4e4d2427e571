import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../src/db/database.ts';
import { WITHOUT_GO } from '../../testing/go-reference.ts';
import { auditedLog } from '../../testing/log-audit.ts';
import { migrateForTests } from '../../testing/migrations.ts';
import { POSTGRES_PROGRAMS } from '../../testing/postgres-programs.ts';
import { openPlace } from '../kill/place.ts';
import { startDiskCluster } from '../measure/disk-cluster.ts';
import { interleave } from '../measure/interleave.ts';
import { median } from '../measure/median.ts';
import { judged, type Comparison, type Report, type Run } from '../measure/report.ts';
import { startGoPeer, type GoPeer } from './go-peer.ts';
import { appender, bareVerifier, prover, verifier } from './own-log.ts';
import { publications } from './publications.ts';

/** Half as fast as the peer, as times. */
const HALF = 2;
/** Bytes of an entry: what a label's record has. */
const ENTRY = 4000;
const BATCHES = [1, 32, 256] as const;
/** Proofs and verifications a round. */
const AT_ONCE = 200;

async function appending(db: Database, peer: GoPeer, rounds: number): Promise<readonly Comparison[]> {
  const append = appender(db, ENTRY);
  const comparisons: Comparison[] = [];
  for (const batch of BATCHES) {
    const contenders = { ours: () => append(batch), peer: () => peer.ask(`append ${String(batch)} ${String(ENTRY)}`) };
    const times = await interleave(contenders, { rounds, warmUp: 5 });
    comparisons.push({
      what: `append ${String(batch)}, durable`,
      ours: median(times.ours),
      peer: median(times.peer),
      peerName: 'Go’s tlog and note, one journal, one fsync',
      ...(batch === 256 ? { target: HALF } : {}),
    });
  }
  return comparisons;
}

async function proving(db: Database, peer: GoPeer, rounds: number): Promise<readonly Comparison[]> {
  const size = (await auditedLog(db)).size;
  const prove = prover(size);
  const [verify, bare] = [await verifier(db), await bareVerifier(db)];
  const count = String(AT_ONCE);
  const proofs = await interleave(
    { ours: () => prove(AT_ONCE), peer: () => peer.ask(`prove ${count}`) },
    { rounds, warmUp: 3 },
  );
  const checks = await interleave(
    { ours: () => verify(AT_ONCE), bare: () => bare(AT_ONCE), peer: () => peer.ask(`verify ${count}`) },
    { rounds, warmUp: 3 },
  );
  const compared = (what: string, times: Readonly<Record<'ours' | 'peer', readonly number[]>>): Comparison => ({
    what: `${what}, ${count} in ${String(size)} entries`,
    ours: median(times.ours),
    peer: median(times.peer),
    peerName: 'Go’s tlog and note',
    target: HALF,
  });
  const verified = compared('signature and proof verified', checks);
  const { what, ours } = verified;
  const told = { what, ours, peer: median(checks.bare), peerName: 'the signatures by OpenSSL alone' };
  return [compared('proof from tiles', proofs), verified, told];
}

async function publishing(db: Database, rounds: number): Promise<readonly Comparison[]> {
  const times = await interleave(await publications(db), { rounds, warmUp: 10 });
  const ours = median(times.logged);
  const what = 'one label published, logged and provable';
  return [
    { what, ours, peer: median(times.unlogged), peerName: 'the same act without its log', target: 2 },
    { what, ours, peer: median(times.bare), peerName: 'one bare commit' },
  ];
}

async function measure(db: Database, folder: string, rounds: number): Promise<Omit<Report, 'benchmark'>> {
  const peer = startGoPeer(folder);
  try {
    await migrateForTests(db);
    const published = await publishing(db, rounds * 2);
    const comparisons = [...(await appending(db, peer, rounds)), ...(await proving(db, peer, rounds)), ...published];
    const { size } = await auditedLog(db);
    return { comparisons, counts: { 'entries in the end': size, 'bytes an entry': ENTRY, rounds }, faults: [] };
  } finally {
    peer.stop();
    await db.close();
  }
}

/** `npm run bench -- log`: the public log against Go's reference code with the same durability. */
export const log: Run = async (options, say) => {
  const without = POSTGRES_PROGRAMS === undefined ? 'no PostgreSQL server programs found' : WITHOUT_GO;
  if (without !== false) return { benchmark: 'log', comparisons: [], counts: {}, faults: [without] };
  const cluster = await startDiskCluster();
  const folder = mkdtempSync(join(tmpdir(), 'shirushi-log-'));
  try {
    say(`on PostgreSQL ${cluster.version} …`);
    const databaseUrl = await cluster.createDatabase('log');
    const db = await openPlace({ directory: folder, databaseUrl });
    return judged({ benchmark: 'log', ...(await measure(db, folder, Number(options['rounds']))) });
  } finally {
    cluster.remove();
    rmSync(folder, { recursive: true, force: true });
  }
};
