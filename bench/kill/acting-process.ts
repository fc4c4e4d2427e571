import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import type { Acknowledgement, Line, Progress } from './acknowledgement.ts';
import type { Place } from './place.ts';

/** Compiled code outlives the acting processes, so that their starts spend their time where the database is. */
const COMPILED = mkdtempSync(join(tmpdir(), 'shirushi-kill-compiled-'));
process.on('exit', () => {
  rmSync(COMPILED, { recursive: true, force: true });
});

const PROGRAMS = join(import.meta.dirname, '..');

/** A process that acts at a place until it is killed. */
export type ActingProcess = {
  /** Resolves when the process says that it is so far, or has ended. */
  readonly reached: (progress: Progress) => Promise<void>;
  /** Resolves when it has acknowledged so many acts, or has ended. */
  readonly acknowledges: (acts: number) => Promise<void>;
  /** Kills it with SIGKILL; answers with everything it acknowledged, once all of that is read. */
  readonly kill: () => Promise<readonly Acknowledgement[]>;
  /** What it complained of. A process that ends by itself has failed. */
  readonly failure: () => string | undefined;
};

/** Starts the nth process at a place; the program is one of those that act until they are killed. */
export function startActing(place: Place, number: number, program = 'act-until-killed.ts'): ActingProcess {
  const child = spawn(process.execPath, [join(PROGRAMS, program), JSON.stringify({ ...place, number })], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, NODE_COMPILE_CACHE: COMPILED },
  });
  const acknowledged: Acknowledgement[] = [];
  const reached = new Map<Progress, PromiseWithResolvers<undefined>>(
    (['opened', 'ready', 'checkpoint'] as const).map((progress) => [progress, Promise.withResolvers<undefined>()]),
  );
  const lines = createInterface({ input: child.stdout });
  let complaint = '';
  let hasEnded = false;
  child.stderr.on('data', (chunk) => (complaint += String(chunk)));
  lines.on('line', (text) => {
    // Nothing but its end can cut a line short, and then nobody was told.
    if (!text.endsWith('}')) return;
    const line = JSON.parse(text) as Line;
    if ('done' in line) acknowledged.push(line.done);
    else reached.get(line.progress)?.resolve(undefined);
  });
  const ended = Promise.all([
    new Promise((resolve) => lines.once('close', resolve)),
    new Promise((resolve) => child.once('close', resolve)),
  ]);
  void ended.then(() => {
    hasEnded = true;
    reached.forEach(({ resolve }) => resolve(undefined));
  });
  let failure: string | undefined;
  return {
    reached: async (progress) => reached.get(progress)?.promise,
    acknowledges: async (acts) => {
      while (acknowledged.length < acts && !hasEnded) await pause(1);
    },
    kill: async () => {
      if (child.exitCode !== null) failure = complaint || `it ended by itself with ${String(child.exitCode)}`;
      child.kill('SIGKILL');
      await ended;
      return acknowledged;
    },
    failure: () => failure,
  };
}
