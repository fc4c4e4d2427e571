import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const MAIN = join(import.meta.dirname, '../../src/entry/main.ts');

/** A `shirushi serve` of the bench's own. */
export type ServingProcess = {
  readonly address: string;
  /** Asks it to stop and waits until it has, so that whoever opens the directory next has nothing to recover. */
  readonly stop: () => Promise<void>;
};

async function stop(child: ChildProcess, killAtExit: () => void): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const [code] = (await ended) as [number | null];
  process.removeListener('exit', killAtExit);
  if (code !== 0) throw new Error(`it stopped with ${String(code)}`);
}

/** Starts it on a free port; answers once it says where it listens. */
export async function startServing(directory: string, options: readonly string[] = []): Promise<ServingProcess> {
  const args = [MAIN, 'serve', ...options, '--data', directory, '--port', '0', '--lang', 'en'];
  const child = spawn(process.execPath, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, LOG_LEVEL: 'error', DATABASE_URL: '' },
  });
  const killAtExit = (): void => void child.kill('SIGKILL');
  process.once('exit', killAtExit);
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /http:\/\/\S+:\d+/.exec(line)?.[0];
    if (address === undefined) continue;
    child.stdout.resume();
    return { address, stop: () => stop(child, killAtExit) };
  }
  throw new Error('it ended before it listened');
}
