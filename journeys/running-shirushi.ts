import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { copyEmbeddedTemplate } from '../testing/embedded-template.ts';
import { scratchDirectory } from '../testing/scratch.ts';

const MAIN = new URL('../src/entry/main.ts', import.meta.url).pathname;

/** How a command ended, and what it printed. */
export type Ended = { readonly exit: number; readonly out: string; readonly errors: string };

/** A server started as an operator would start it, and commands typed beside it. */
export type RunningShirushi = {
  readonly address: string;
  readonly directory: string;
  readonly isEmbedded: boolean;
  readonly command: (...args: readonly string[]) => Promise<Ended>;
  /** Begins a command that may be killed. */
  readonly begin: (...args: readonly string[]) => { readonly child: ChildProcess; readonly ended: Promise<Ended> };
  /** Runs a command on another database server. */
  readonly elsewhere: (databaseUrl: string, ...args: readonly string[]) => Promise<Ended>;
  /** Runs a command with `--json` that must end well, and gives what it printed. */
  readonly json: (...args: readonly string[]) => Promise<Record<string, unknown>>;
  readonly stop: () => Promise<number>;
  readonly kill: () => Promise<void>;
  /** Waits for the server to end by itself: its exit code and what it said in vain. */
  readonly ended: () => Promise<Pick<Ended, 'exit' | 'errors'>>;
};

/** Where a server is started: a scheme, a database server or none, a folder that may hold data already. */
type Setting = {
  readonly scheme: string;
  readonly databaseUrl?: string | undefined;
  readonly directory?: string;
  /** Whether the embedded database is made by the server itself. */
  readonly isFirstStart?: boolean;
  readonly args?: readonly string[];
};

async function collect(child: ChildProcess): Promise<Ended> {
  let [out, errors] = ['', ''];
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const [code] = (await once(child, 'close')) as [number | null];
  return { exit: code ?? -1, out, errors };
}

async function addressOf(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error('no output');
  const lines: string[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line);
    const found = /Listening on (\S+?)\.? /.exec(line)?.[1];
    if (found !== undefined) {
      child.stdout.resume();
      return found;
    }
  }
  throw new Error(`the server did not start: ${lines.join('\n')}`);
}

/** A data folder of its own: with a database in it already, which saves making one, or empty for a first start. */
async function newDirectory({ databaseUrl, isFirstStart = false }: Setting): Promise<string> {
  return databaseUrl === undefined && !isFirstStart ? copyEmbeddedTemplate() : join(scratchDirectory(), 'data');
}

/** Starts the server on a free port and waits until it listens. */
export async function startShirushi(setting: Setting): Promise<RunningShirushi> {
  const directory = setting.directory ?? (await newDirectory(setting));
  const env = {
    ...process.env,
    DATABASE_URL: setting.databaseUrl ?? '',
    DATA_DIR: directory,
    SCHEME_DIR: setting.scheme,
    // Beside the embedded database commands are run by the server, which knows the port it took.
    BASE_URL: setting.databaseUrl === undefined ? '' : 'http://localhost:8080',
    LOG_LEVEL: 'warn',
    LANG: 'C',
    LC_ALL: 'C',
  };
  const options = { env, stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'] };
  const server = spawn(process.execPath, [MAIN, 'serve', '--port', '0', ...(setting.args ?? [])], options);
  let errors = '';
  server.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const closed = once(server, 'close') as Promise<[number | null]>;
  const address = await addressOf(server);
  const begin: RunningShirushi['begin'] = (...args) => {
    const child = spawn(process.execPath, [MAIN, ...args], options);
    return { child, ended: collect(child) };
  };
  const command = (...args: readonly string[]): Promise<Ended> => begin(...args).ended;
  return {
    address,
    directory,
    isEmbedded: setting.databaseUrl === undefined,
    command,
    begin,
    elsewhere: (databaseUrl, ...args) => {
      const there = { ...options, env: { ...env, DATABASE_URL: databaseUrl } };
      return collect(spawn(process.execPath, [MAIN, ...args], there));
    },
    json: async (...args) => {
      const ended = await command(...args, '--json');
      if (ended.exit !== 0)
        throw new Error(`${args.join(' ')}: exit ${String(ended.exit)}: ${ended.out}${ended.errors}`);
      return JSON.parse(ended.out) as Record<string, unknown>;
    },
    stop: async () => {
      server.kill('SIGTERM');
      const [code] = (await once(server, 'exit')) as [number | null];
      return code ?? -1;
    },
    kill: async () => {
      server.kill('SIGKILL');
      await once(server, 'exit');
    },
    ended: async () => {
      const [exit] = await closed;
      return { exit: exit ?? -1, errors };
    },
  };
}
