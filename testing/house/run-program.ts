import { spawn, type SpawnOptions } from 'node:child_process';

const PASSED_ON = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Runs a program in this terminal; its exit code, or 1 when a signal ended it. What stops this process stops that one. */
export function runProgram(
  program: string,
  args: readonly string[],
  { cwd, env }: Pick<SpawnOptions, 'cwd' | 'env'> = {},
): Promise<number> {
  const child = spawn(program, args, { stdio: 'inherit', cwd, env: env ?? process.env });
  const passOn = (signal: NodeJS.Signals): void => void child.kill(signal);
  for (const signal of PASSED_ON) process.on(signal, passOn);
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => {
      for (const signal of PASSED_ON) process.off(signal, passOn);
      resolve(code ?? 1);
    });
  });
}
