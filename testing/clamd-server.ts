import { spawn } from 'node:child_process';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { scratchDirectory } from './scratch.ts';
import { until } from './until.ts';

/** Debian's clamd; empty leaves tests that need it out, loudly. */
const CLAMD = process.env['SHIRUSHI_TEST_CLAMD'] ?? '/usr/sbin/clamd';

/** What a test with a real scanner is marked with when there is none. */
export const WITHOUT_CLAMD: string | false = CLAMD === '' && 'NO CLAMD: set SHIRUSHI_TEST_CLAMD to its path';

/** What the only signature of the tests' own database looks for. */
export const MARKER = 'shirushi-test-malware';

/** A clamd with one signature of our own; nothing is downloaded. */
type RunningClamd = { readonly path: string; readonly stop: () => Promise<void> };

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path, () => socket.end('zPING\0'));
    socket.once('data', () => resolve(true));
    socket.once('error', () => resolve(false));
  });
}

/** Starts clamd on a Unix socket of its own; streams longer than 1 MiB it refuses. */
export async function startClamd(): Promise<RunningClamd> {
  const folder = scratchDirectory();
  const signatures = join(folder, 'signatures');
  const path = join(folder, 'clamd.sock');
  const settings = join(folder, 'clamd.conf');
  mkdirSync(signatures);
  writeFileSync(join(signatures, 'own.ndb'), `Shirushi.Test-1:0:*:${Buffer.from(MARKER).toString('hex')}\n`);
  const lines = [`LocalSocket ${path}`, `DatabaseDirectory ${signatures}`, 'Foreground yes', 'StreamMaxLength 1M'];
  if (process.getuid?.() === 0) lines.push('User root');
  writeFileSync(settings, `${lines.join('\n')}\n`);
  chmodSync(folder, 0o755);
  const server = spawn(CLAMD, ['--config-file', settings], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()));
  const stop = async (): Promise<void> => {
    server.kill();
    await ended;
  };
  await until('clamd answers', () => answers(path));
  return { path, stop };
}
