import { rm } from 'node:fs/promises';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { createInterface } from 'node:readline';
import { setTimeout as pause } from 'node:timers/promises';
import { EXIT } from '../cli/command.ts';
import { controlPath, isControlPathOurs, prepareControlPath } from './control-path.ts';
import { readRemoteCommand, type RemoteCommand } from './remote-command.ts';

/** What comes back: lines as they are printed, then the exit code. */
type Answer = { readonly out: string } | { readonly error: string } | { readonly exit: number };

type Print = { readonly out: (line: string) => void; readonly error: (line: string) => void };

/** Runs one command for a client, printing through the two functions. */
export type RunRemote = (command: RemoteCommand, print: Print) => Promise<number>;

/** Listening for commands; `close` lets those running finish, at most `GRACE` milliseconds. */
type Listening = { readonly close: () => Promise<void> };

const GRACE = 10_000;

async function answer(socket: Socket, run: RunRemote): Promise<void> {
  const send = (part: Answer): boolean => socket.write(`${JSON.stringify(part)}\n`);
  const command = await readRemoteCommand(socket);
  const print = { out: (text: string) => send({ out: text }), error: (text: string) => send({ error: text }) };
  send({ exit: command === undefined ? EXIT.usage : await run(command, print) });
  socket.destroySoon();
}

/** The socket is never there with the permissions of others: it is bound before this returns. */
function bind(server: Server, path: string): Promise<void> {
  const before = process.umask(0o177);
  try {
    return new Promise((resolve, reject) => {
      server.once('error', reject);
      server.listen(path, resolve);
    });
  } finally {
    process.umask(before);
  }
}

/**
 * Listens for command lines from this machine while this process holds the embedded database. Only this process's user
 * (and root) may connect: they act with its rights, for any person they name, as they could change its files anyway.
 */
export async function listenForCommands(dataDirectory: string, run: RunRemote): Promise<Listening> {
  const path = prepareControlPath(dataDirectory);
  await rm(path, { force: true });
  const sockets = new Set<Socket>();
  const running = new Set<Promise<void>>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy()).on('close', () => sockets.delete(socket));
    const answered: Promise<void> = answer(socket, (command, print) => {
      running.add(answered);
      return run(command, print);
    })
      .catch(() => void socket.destroy())
      .finally(() => running.delete(answered));
  });
  await bind(server, path);
  return {
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      await Promise.race([Promise.allSettled(running), pause(GRACE, undefined, { ref: false })]);
      // What was answered is still sent; who has asked nothing is not waited for.
      for (const socket of sockets) socket.destroySoon();
      await closed;
      await rm(path, { force: true });
    },
  };
}

/** Sends a command line to whoever holds the data directory; undefined when nobody answers there. */
export async function sendCommand(
  dataDirectory: string,
  command: RemoteCommand,
  print: Print,
): Promise<number | 'lost' | undefined> {
  if (!isControlPathOurs(dataDirectory)) return undefined;
  const socket = connect(controlPath(dataDirectory));
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
