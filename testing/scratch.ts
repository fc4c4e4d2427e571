import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Memory where the machine offers it, else the temporary folder: test databases need no disk. */
export const SCRATCH_ROOT = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

const PREFIX = 'shirushi-scratch-';

/** Whether a process with this id exists. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as { code?: string }).code === 'EPERM';
  }
}

/** Removes what killed test processes left behind. */
function sweep(): void {
  for (const name of readdirSync(SCRATCH_ROOT)) {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN;
    if (pid <= 0 || Number.isNaN(pid) || isRunning(pid)) continue;
    try {
      rmSync(join(SCRATCH_ROOT, name), { recursive: true, force: true });
    } catch {
      // A test killed while it had a small disk mounted there leaves a busy folder, which must not stop all others.
    }
  }
}

let swept = false;

/** A new empty folder that is gone after this process at the latest. */
export function scratchDirectory(): string {
  if (!swept) {
    swept = true;
    sweep();
    process.on('exit', () => {
      for (const name of readdirSync(SCRATCH_ROOT)) {
        if (name.startsWith(`${PREFIX}${process.pid}-`))
          rmSync(join(SCRATCH_ROOT, name), { recursive: true, force: true });
      }
    });
  }
  return mkdtempSync(join(SCRATCH_ROOT, `${PREFIX}${process.pid}-`));
}
