import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Run } from '../measure/report.ts';
import { interleave } from '../measure/interleave.ts';
import { median } from '../measure/median.ts';
import { judged, type Comparison } from '../measure/report.ts';
import { startServing, type ServingProcess } from './serving-process.ts';

const TARGET = 2;
const WARM_UP = 2;
const PEER = join(import.meta.dirname, 'answer-select-one.ts');
const run = promisify(execFile);

async function answerSelectOne(directory: string): Promise<void> {
  const { stdout } = await run(process.execPath, [PEER, directory]);
  if (stdout !== '1\n') throw new Error(`select 1 answered ${stdout}`);
}

/** From the start of the process to the last byte of the first page. */
async function answerFirstPage(directory: string): Promise<ServingProcess> {
  const server = await startServing(directory);
  const response = await fetch(`${server.address}/`);
  const page = await response.text();
  if (response.status !== 200 || !page.trimEnd().endsWith('</html>')) throw new Error(`no page: ${page.slice(0, 200)}`);
  return server;
}

/** Has the machine forget what it read of files; answers whether it let us. */
async function forgetFiles(): Promise<boolean> {
  try {
    await run('sync');
    writeFileSync('/proc/sys/vm/drop_caches', '3');
    return true;
  } catch {
    return false;
  }
}

type Starts = { readonly directory: string; readonly rounds: number; readonly isCold: boolean };

/** Rounds of both in turn. Stopping the server and emptying caches lie between the rounds and are not counted. */
async function compare({ directory, rounds, isCold }: Starts): Promise<Comparison> {
  const between = async (): Promise<void> => {
    if (isCold) await forgetFiles();
  };
  const times = await interleave(
    {
      ours: async () => {
        const server = await answerFirstPage(directory);
        return async () => {
          await server.stop();
          await between();
        };
      },
      peer: async () => {
        await answerSelectOne(directory);
        return between;
      },
    },
    { rounds, warmUp: isCold ? 0 : WARM_UP },
  );
  return {
    what: isCold ? 'first page, files not in memory' : 'first page',
    ours: median(times.ours),
    peer: median(times.peer),
    peerName: 'open it, select 1, close',
    ...(!isCold && { target: TARGET }),
  };
}

/** `npm run bench -- start`: the first page of an existing embedded database against merely opening it. */
export const start: Run = async (options, say) => {
  const rounds = Number(options['rounds']);
  const cold = Number(options['cold']);
  const directory = mkdtempSync(join(tmpdir(), 'shirushi-bench-'));
  try {
    say('building the demonstration');
    await (await startServing(directory, ['--demo'])).stop();
    say(`${String(rounds)} starts of each in turn`);
    const comparisons = [await compare({ directory, rounds, isCold: false })];
    const isCold = cold > 0 && (await forgetFiles());
    if (isCold) {
      say('the same with nothing in memory');
      comparisons.push(await compare({ directory, rounds: cold, isCold }));
    }
    return judged({ benchmark: 'start', comparisons, counts: { rounds, cold: isCold ? cold : 0 }, faults: [] });
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
};
