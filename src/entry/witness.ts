import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { readdirSync } from 'node:fs';
import { keyFileSigner } from '../adapters/key-file-signer.ts';
import { systemClock } from '../adapters/system-clock.ts';
import { witnessFiles } from '../adapters/witness-files.ts';
import { createWitness, witnessKey } from '../app/witness/witness.ts';
import { EXIT, type CommandContext, type CommandInput } from '../cli/command.ts';
import { badValue, listOption, neededText, UsageError } from '../cli/read-option.ts';
import { say } from '../cli/say.ts';
import { VERIFY_TOOLS } from '../cli/verify-tools.ts';
import { ok, refused, type Result } from '../core/kernel/result.ts';
import { lockDataDirectory } from '../db/data-lock.ts';
import {
  isKeyName,
  parseVerifierKey,
  writeVerifierKey,
  type VerifierKey,
} from '../formats/signed-note/verifier-key.ts';
import type { Config } from './config.ts';
import { makeDataFolder } from './data-folder.ts';
import { listenFault } from './listen-fault.ts';
import { printStartRefusal, type WitnessKeyRefusal } from './start-refusal-lines.ts';
import type { StartRefusal } from './compose.ts';
import { witnessServer } from './witness-server.ts';

function logsOf(context: CommandContext, input: CommandInput): readonly VerifierKey[] {
  const given = listOption(input, 'log');
  if (given.length === 0) throw new UsageError(say(context, 'cli.missing-argument', { argument: '--log' }));
  return given.map((text) => {
    const key = parseVerifierKey(VERIFY_TOOLS.sha256, text.trim());
    return key.ok ? key.value : badValue(context, { option: '--log', value: text }, 'verify.wanted.key');
  });
}

function nameOf(context: CommandContext, input: CommandInput): string {
  const name = neededText(context, input, 'name');
  return isKeyName(name) ? name : badValue(context, { option: '--name', value: name }, 'config.wanted.log-origin');
}

/** The witness's own key is no log's, and no setting names it. */
const KEY_REFUSALS = {
  log_key_missing: 'witness_key_missing',
  log_key_malformed: 'witness_key_malformed',
  log_key_open_to_others: 'witness_key_open_to_others',
  log_key_unreadable: 'witness_key_unreadable',
} as const;

type Opened = { readonly ask: ReturnType<typeof createWitness>; readonly key: string; readonly release: () => void };

/** A witness that has signed before goes on with its own key or not at all: its memory is of no use with another. */
async function open(
  directory: string,
  { name, logs }: { readonly name: string; readonly logs: readonly VerifierKey[] },
): Promise<Result<Opened, StartRefusal | WitnessKeyRefusal>> {
  const folder = await makeDataFolder(directory);
  if (!folder.ok) return folder;
  const lock = lockDataDirectory(directory);
  if (!lock.ok) return lock;
  const isNew = !readdirSync(directory).some((file) => file.endsWith('.witness.json'));
  const signer = await keyFileSigner(join(directory, 'witness-key.pem'), { mayCreate: isNew });
  if (!signer.ok) {
    lock.value.release();
    return refused({ ...signer.error, code: KEY_REFUSALS[signer.error.code] });
  }
  const memory = witnessFiles(directory);
  const { verifyEd25519 } = VERIFY_TOOLS;
  const deps = { name, logs, memory, verifyEd25519, signer: signer.value, clock: systemClock };
  return ok({ ask: createWitness(deps), key: writeVerifierKey(witnessKey(deps)), release: lock.value.release });
}

/** `shirushi witness`: cosigns checkpoints of logs it knows and never a fork, until asked to stop. */
export async function witness(context: CommandContext, config: Config, input: CommandInput): Promise<number> {
  const [name, logs] = [nameOf(context, input), logsOf(context, input)];
  const opened = await open(config.dataDirectory, { name, logs });
  if (!opened.ok) return printStartRefusal(context, config, opened.error);
  const report = (error: unknown): void => context.printError(String(error));
  const server = witnessServer(opened.value.ask, report);
  try {
    server.listen(config.port, config.host);
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    context.print(say(context, 'witness.key', { key: opened.value.key }));
    context.print(say(context, 'witness.listening', { address: `http://${config.host}:${String(port)}` }));
    await new Promise<void>((resolve) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
    });
    return EXIT.done;
  } catch (error) {
    const fault = listenFault(context, config, error);
    if (fault === undefined) throw error;
    context.printError(fault);
    return EXIT.refused;
  } finally {
    server.close();
    server.closeAllConnections();
    opened.value.release();
  }
}
