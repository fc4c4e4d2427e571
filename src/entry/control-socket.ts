import { createHash } from 'node:crypto';
import { chmod, rm } from 'node:fs/promises';
import { connect, createServer, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** A command line sent to the process that holds the data directory. */
export type RemoteCommand = {
  readonly args: readonly string[];
  readonly directory: string;
  readonly language: 'ja' | 'en';
};

/** What comes back: lines as they are printed, then the exit code. */
type Answer = { readonly out: string } | { readonly error: string } | { readonly exit: number };

/** Longest path a UNIX socket may have on Linux and macOS. */
const LONGEST_PATH = 100;

/** Where the socket of a data directory lies: in it, or under a name derived from it when the path is too long. */
function socketPath(dataDirectory: string): string {
  const path = join(dataDirectory, 'control.sock');
  if (path.length <= LONGEST_PATH) return path;
  const name = createHash('sha256').update(dataDirectory).digest('hex').slice(0, 24);
  return join(tmpdir(), `shirushi-${name}.sock`);
}

/** Runs one command for a client, printing through the two functions. */
export type RunRemote = (
  command: RemoteCommand,
  print: { readonly out: (line: string) => void; readonly error: (line: string) => void },
) => Promise<number>;

async function answer(socket: Socket, run: RunRemote): Promise<void> {
  const send = (part: Answer): boolean => socket.write(`${JSON.stringify(part)}\n`);
  for await (const line of createInterface({ input: socket })) {
    const command = JSON.parse(line) as RemoteCommand;
    const exit = await run(command, { out: (text) => send({ out: text }), error: (text) => send({ error: text }) });
    send({ exit });
    socket.end();
    return;
  }
}

/**
 * Listens for command lines from this machine while this process holds the embedded database. Only who may enter the
 * data directory may connect, and they could read and write its files anyway.
 */
export async function listenForCommands(
  dataDirectory: string,
  run: RunRemote,
): Promise<{ close: () => Promise<void> }> {
  const path = socketPath(dataDirectory);
  await rm(path, { force: true });
  const server = createServer((socket) => {
    socket.on('error', () => socket.destroy());
    answer(socket, run).catch(() => socket.destroy());
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(path, resolve);
  });
  await chmod(path, 0o600);
  return {
    close: async () => {
      await new Promise((resolve) => server.close(resolve));
      await rm(path, { force: true });
    },
  };
}

/** Sends a command line to whoever holds the data directory; undefined when nobody answers there. */
export async function sendCommand(
  dataDirectory: string,
  command: RemoteCommand,
  print: { readonly out: (line: string) => void; readonly error: (line: string) => void },
): Promise<number | 'lost' | undefined> {
  const socket = connect(socketPath(dataDirectory));
  const isConnected = await new Promise<boolean>((resolve) => {
    socket.once('connect', () => resolve(true));
    socket.once('error', () => resolve(false));
  });
  if (!isConnected) return undefined;
  socket.on('error', () => socket.destroy());
  socket.write(`${JSON.stringify(command)}\n`);
  for await (const line of createInterface({ input: socket })) {
    const part = JSON.parse(line) as Answer;
    if ('exit' in part) return part.exit;
    if ('out' in part) print.out(part.out);
    else print.error(part.error);
  }
  return 'lost';
}
