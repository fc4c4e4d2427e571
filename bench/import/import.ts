import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { readXlsx } from 'hucre/xlsx';
import { closeWorkbookReader } from '../../src/formats/workbook/read-workbook.ts';
import type { Run } from '../measure/report.ts';
import { interleave } from '../measure/interleave.ts';
import { median } from '../measure/median.ts';
import { judged, type Comparison, type Report } from '../measure/report.ts';
import { messageLines } from './message-lines.ts';
import { slope } from './slope.ts';
import { isFaulty, workbookName } from './workbook-name.ts';

const TARGET = 1.5;
const WARM_UP = 30;
/** What the process may have grown by over the last half of the workbooks and still count as flat. */
const FLAT_MEGABYTES = 16;

type Workbooks = { readonly count: number; readonly bytesOf: (round: number) => Uint8Array };

const total = (times: readonly number[]): number => times.reduce((sum, time) => sum + time, 0);

/** Has a contender add the processor time of its rounds, of all threads, in milliseconds. */
function metered(perform: (round: number) => Promise<unknown>): {
  readonly perform: (round: number) => Promise<void>;
  readonly spent: () => number;
} {
  let spent = 0;
  return {
    spent: () => spent,
    perform: async (round) => {
      const before = process.cpuUsage();
      await perform(round);
      const { user, system } = process.cpuUsage(before);
      if (round >= WARM_UP) spent += (user + system) / 1000;
    },
  };
}

async function compare({ count, bytesOf }: Workbooks): Promise<readonly Comparison[]> {
  const ours = metered((round) => messageLines(bytesOf(round)));
  const peer = metered((round) => readXlsx(bytesOf(round)));
  const contenders = { ours: ours.perform, peer: peer.perform };
  const times = await interleave(contenders, { rounds: count, warmUp: WARM_UP });
  const target = TARGET;
  const peerName = 'hucre reads the same bytes';
  const workbooks = `${String(count)} workbooks`;
  return [
    { what: workbooks, ours: total(times.ours), peer: total(times.peer), peerName, target },
    { what: 'one workbook, median', ours: median(times.ours), peer: median(times.peer), peerName, target },
    { what: `${workbooks}, processor time`, ours: ours.spent(), peer: peer.spent(), peerName, target },
  ];
}

/** Ours alone over all workbooks: are the messages there, where and only where there are mistakes, and does memory grow? */
async function watch({ count, bytesOf }: Workbooks): Promise<Pick<Report, 'counts' | 'faults'>> {
  const faults: string[] = [];
  const memory: number[] = [];
  let messages = 0;
  for (let number = 0; number < count; number += 1) {
    const lines = await messageLines(bytesOf(number));
    if (lines.length > 0 !== isFaulty(number)) faults.push(`workbook ${String(number)}: ${lines[0] ?? 'no message'}`);
    messages += lines.length;
    memory.push(process.memoryUsage.rss() / 2 ** 20);
  }
  const half = memory.slice(Math.trunc(count / 2));
  const growth = slope(half) * half.length;
  if (growth > FLAT_MEGABYTES) faults.push(`memory grew by ${growth.toFixed(1)} MiB over the last half`);
  const counts = {
    'messages in the faulty fifth': messages,
    'MiB at the first workbook': (memory[0] ?? 0).toFixed(1),
    'MiB in the middle': (half[0] ?? 0).toFixed(1),
    'MiB at the last': (memory.at(-1) ?? 0).toFixed(1),
    'MiB at most': Math.max(...memory).toFixed(1),
    'KiB a workbook over the last half': (slope(half) * 1024).toFixed(2),
  };
  return { counts, faults };
}

/** `npm run bench -- import`: filled workbooks to their messages against the Excel library merely reading them. */
export const importWorkbooks: Run = async (options, say) => {
  const count = Number(options['workbooks']);
  const folder = mkdtempSync(join(tmpdir(), 'shirushi-bench-'));
  try {
    say(`filling ${String(count)} workbooks`);
    const program = join(import.meta.dirname, 'write-workbooks.ts');
    await promisify(execFile)(process.execPath, [program, folder, String(count)]);
    const workbooks: Workbooks = {
      count,
      bytesOf: (round) => readFileSync(join(folder, workbookName(round % count))),
    };
    say('reading them, ours and the library in turn');
    const compared = await compare(workbooks);
    say('ours alone, for its messages and its memory');
    return judged({ benchmark: 'import', comparisons: compared, ...(await watch(workbooks)) });
  } finally {
    await closeWorkbookReader();
    rmSync(folder, { recursive: true, force: true });
  }
};
