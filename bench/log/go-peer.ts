import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildGo } from '../../testing/go-reference.ts';

/** Go's transparency log as a process that does what it is told, one thing after the other. */
export type GoPeer = { readonly ask: (command: string) => Promise<void>; readonly stop: () => void };

/** Builds and starts the peer; its journal lies in a folder on the disk that is measured. */
export function startGoPeer(folder: string): GoPeer {
  const program = buildGo(join(import.meta.dirname, 'log-peer.go'));
  const peer = spawn(program, [join(folder, 'journal')], { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: peer.stdout })[Symbol.asyncIterator]();
  return {
    ask: async (command) => {
      peer.stdin.write(`${command}\n`);
      const { value } = await answers.next();
      if (value !== 'ok') throw new Error(`the peer answered ${String(value)}`);
    },
    stop: () => void peer.kill('SIGKILL'),
  };
}
