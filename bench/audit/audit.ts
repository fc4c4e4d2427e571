import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { VERIFY_TOOLS } from '../../src/cli/verify-tools.ts';
import { auditRegister, isProven, type AuditExpectation } from '../../src/verify/index.ts';
import { TEST_LOG_KEY } from '../../testing/log-in-memory.ts';
import { interleave } from '../measure/interleave.ts';
import { median } from '../measure/median.ts';
import { judged, type Report, type Run } from '../measure/report.ts';
import { hashAndParse } from './hash-and-parse.ts';
import { registerIn, type MadeRegister } from './register-files.ts';

/** Half as fast as the peer, as times. */
const HALF = 2;

const MIB = 2 ** 20;

/** The most memory this process had while something ran. */
async function watched(work: () => Promise<unknown>, seen: { most: number }): Promise<void> {
  const look = (): void => {
    seen.most = Math.max(seen.most, process.memoryUsage.rss());
  };
  const timer = setInterval(look, 100);
  try {
    await work();
    look();
  } finally {
    clearInterval(timer);
  }
}

async function audited(folder: string, expected: Omit<AuditExpectation, 'key'>): Promise<void> {
  const { steps } = await auditRegister(registerIn(folder), { key: TEST_LOG_KEY, ...expected }, VERIFY_TOOLS);
  if (!isProven(steps)) throw new Error(JSON.stringify(steps));
}

/** Milliseconds of the processors' time that something took, all threads of this process together. */
function counting(work: () => Promise<void>, spent: number[]): () => Promise<void> {
  return async () => {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    spent.push((user + system) / 1000);
  };
}

async function measure(
  folder: string,
  made: MadeRegister,
  { rounds, lists }: { readonly rounds: number; readonly lists: number },
): Promise<Omit<Report, 'benchmark'>> {
  const seen = { most: 0 };
  const spent = { ours: [] as number[], unlisted: [] as number[], peer: [] as number[] };
  // Of the largest registers one round is much already.
  const isLong = rounds === 1;
  const contenders = {
    ours: counting(() => watched(() => audited(folder, {}), seen), spent.ours),
    unlisted: counting(
      () => (isLong ? Promise.resolve() : audited(folder, { listedBefore: made.entries })),
      spent.unlisted,
    ),
    peer: counting(() => hashAndParse(folder, made.entries), spent.peer),
  };
  const times = await interleave(contenders, { rounds, warmUp: isLong ? 0 : 1 });
  const entries = made.entries.toLocaleString('en');
  const peer = { peer: median(times.peer), peerName: 'hashing and parsing the same bytes' };
  const [ours, unlisted] = [median(times.ours), median(times.unlisted)];
  const before = '… whose lists were made anew before';
  const withoutLists = [
    { ...peer, what: before, ours: unlisted },
    { ...peer, what: `${before}, processor time`, ours: median(spent.unlisted), peer: median(spent.peer) },
  ];
  return {
    comparisons: [
      { ...peer, what: `audit of ${entries} entries, with ${String(lists)} lists of days`, ours, target: HALF },
      { ...peer, what: '… processor time', ours: median(spent.ours), peer: median(spent.peer) },
      ...(isLong ? [] : withoutLists),
    ],
    counts: {
      'MiB read': (made.bytes / MIB).toFixed(0),
      'keys in the last list': made.keys,
      'µs an entry, audit': ((ours / made.entries) * 1000).toFixed(1),
      'µs an entry, peer': ((peer.peer / made.entries) * 1000).toFixed(1),
      'MiB resident at most in an audit': (seen.most / MIB).toFixed(0),
    },
    faults: [],
  };
}

/** `npm run bench -- audit`: the full audit of a register against merely hashing and parsing its bytes. */
export const audit: Run = async (options, say) => {
  const [entries, lists] = [Number(options['entries']), Number(options['lists'])];
  const folder = mkdtempSync(join(options['folder'] === '' ? tmpdir() : (options['folder'] ?? ''), 'shirushi-audit-'));
  try {
    say(`writing a register of ${String(entries)} entries`);
    const args = [join(import.meta.dirname, 'write-register.ts'), folder, String(entries), String(lists)];
    const made = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as MadeRegister;
    say('auditing it');
    return judged({
      benchmark: 'audit',
      ...(await measure(folder, made, { rounds: Number(options['rounds']), lists })),
    });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
