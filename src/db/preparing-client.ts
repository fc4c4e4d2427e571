import { hash } from 'node:crypto';
import pg from 'pg';
import type { FatalSignal } from './fatal-signal.ts';
import { toParameter } from './type-parsers.ts';

/** Statements kept prepared per connection; lists of varying length must not fill the server's memory. */
const MAX_PREPARED = 500;
const MAX_PREPARED_LENGTH = 8_000;

const FATAL_STATES: Readonly<Record<string, 'sync_failed' | 'disk_full'>> = {
  '58030': 'sync_failed',
  '53100': 'disk_full',
};

type Driver = { query: (this: pg.Client, ...rest: unknown[]) => unknown };
const driver = pg.Client.prototype as unknown as Driver;

/** The statement's name on its connection, or undefined when it is not worth keeping. */
function nameIn(names: Map<string, string>, text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined) return known;
  if (names.size >= MAX_PREPARED || text.length > MAX_PREPARED_LENGTH) return undefined;
  const name = hash('sha1', text);
  names.set(text, name);
  return name;
}

/** Rejects at once when the embedded database is dead (its own answer would never come) and reports when it dies. */
async function watched(fatal: FatalSignal, run: () => unknown): Promise<unknown> {
  if (fatal.failure !== undefined) throw new Error(`the database is dead: ${fatal.failure.code}`, fatal.failure);
  try {
    return await run();
  } catch (error) {
    const code = FATAL_STATES[(error as { code?: string }).code ?? ''];
    if (code !== undefined) fatal.report({ code, cause: error });
    throw error;
  }
}

/**
 * A client class for a pool: it sends Temporal values as text and prepares statements with parameters, which saves a
 * quarter of an act. Given a signal (the embedded database), a failed sync and a full disk are reported through it.
 */
export function preparingClient(fatal?: FatalSignal): typeof pg.Client {
  class PreparingClient extends pg.Client {
    readonly names = new Map<string, string>();
  }
  PreparingClient.prototype.query = function (this: PreparingClient, ...rest: unknown[]) {
    const [text, values] = rest;
    // Cursors and configuration objects go as they are; so does text without parameters, which may hold several statements.
    if (typeof text !== 'string') return driver.query.apply(this, rest);
    const parameters = Array.isArray(values) ? values.map(toParameter) : [];
    const name = parameters.length === 0 ? undefined : nameIn(this.names, text);
    const run = (): unknown =>
      driver.query.call(this, name === undefined ? { text, values: parameters } : { name, text, values: parameters });
    return fatal === undefined ? run() : watched(fatal, run);
  } as unknown as pg.Client['query'];
  return PreparingClient;
}
