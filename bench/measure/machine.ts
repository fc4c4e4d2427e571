import { cpus, release, totalmem, type } from 'node:os';

/** The machine and runtime the figures are of. */
export function machineLine(): string {
  const processors = cpus();
  const model = (processors[0]?.model ?? '').trim() || process.arch;
  const memory = `${String(Math.round(totalmem() / 2 ** 30))} GiB`;
  return `${String(processors.length)} × ${model}, ${memory}, ${type()} ${release()}, Node ${process.versions.node}`;
}
