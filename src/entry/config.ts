import { resolve } from 'node:path';
import { ok, refused, type Result } from '../core/kernel/result.ts';
import type { MessageKey } from '../i18n/message.ts';

/** Everything that can be configured, read once and in one place. */
export type Config = {
  readonly port: number;
  /** Address the server listens on; the demonstration only ever on loopback. */
  readonly host: string;
  /** Folder of the embedded database and of the stored files. */
  readonly dataDirectory: string;
  /** A PostgreSQL server; without it the embedded database is used. */
  readonly databaseUrl: string | undefined;
  /** Most connections to a PostgreSQL server. */
  readonly databaseConnections: number;
  readonly schemeDirectory: string;
  /** Where the public pages are reached, without a slash at the end. */
  readonly baseUrl: string;
  readonly isDemonstration: boolean;
  readonly logLevel: string;
  /** Number of proxies in front whose `x-forwarded-for` is believed. */
  readonly trustedProxies: number;
};

/** A value that cannot be used: which, what it was, what it must look like, and an example. */
export type ConfigFault = {
  readonly variable: string;
  readonly value: string;
  readonly wanted: MessageKey;
  readonly example: string;
};

/** Where values come from: the environment, overridden by options. */
export type ConfigSource = {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly options: Readonly<Record<string, unknown>>;
};

type Setting<T> = {
  readonly variable: string;
  readonly option?: string;
  readonly otherwise: string;
  readonly wanted: MessageKey;
  readonly example: string;
  /** The value, or undefined when the text cannot be used. */
  readonly read: (text: string) => T | undefined;
};

function wholeNumber(from: number, to: number): (text: string) => number | undefined {
  return (text) => (/^\d{1,9}$/.test(text) && Number(text) >= from && Number(text) <= to ? Number(text) : undefined);
}

function url(protocols: readonly string[]): (text: string) => string | undefined {
  return (text) =>
    URL.canParse(text) && protocols.includes(new URL(text).protocol) ? text.replace(/\/+$/, '') : undefined;
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Reads and judges all configuration; every wrong value is named at once. */
export function readConfig({ environment, options }: ConfigSource): Result<Config, readonly ConfigFault[]> {
  const faults: ConfigFault[] = [];
  const read = <T>(setting: Setting<T>): T => {
    const option = setting.option === undefined ? undefined : options[setting.option];
    const given = typeof option === 'string' ? option : environment[setting.variable];
    const text = given === undefined || given.trim() === '' ? setting.otherwise : given.trim();
    const value = setting.read(text);
    if (value === undefined) {
      const variable = typeof option === 'string' ? `--${setting.option ?? ''}` : setting.variable;
      faults.push({ variable, value: text, wanted: setting.wanted, example: setting.example });
    }
    return value as T;
  };
  const isDemonstration = options['demo'] === true;
  const port = read({
    variable: 'PORT',
    option: 'port',
    otherwise: '8080',
    wanted: 'config.wanted.port',
    example: '8080',
    read: wholeNumber(0, 65_535),
  });
  const databaseUrl = read({
    variable: 'DATABASE_URL',
    otherwise: '',
    wanted: 'config.wanted.database-url',
    example: 'postgres://shirushi:secret@localhost:5432/shirushi',
    read: (text) => (text === '' ? text : url(['postgres:', 'postgresql:'])(text)),
  });
  const config: Config = {
    port,
    databaseUrl: isDemonstration || databaseUrl === '' ? undefined : databaseUrl,
    databaseConnections: read({
      variable: 'DATABASE_CONNECTIONS',
      otherwise: '10',
      wanted: 'config.wanted.connections',
      example: '10',
      read: wholeNumber(2, 1000),
    }),
    host: read({
      variable: 'HOST',
      otherwise: isDemonstration ? 'localhost' : '127.0.0.1',
      wanted: isDemonstration ? 'config.wanted.loopback' : 'config.wanted.host',
      example: '127.0.0.1',
      read: (text) => (!isDemonstration || ['localhost', '127.0.0.1', '::1'].includes(text) ? text : undefined),
    }),
    dataDirectory: read({
      variable: 'DATA_DIR',
      option: 'data',
      otherwise: isDemonstration ? './var/demo' : './var/data',
      wanted: 'config.wanted.directory',
      example: './var/data',
      read: (text) => resolve(text),
    }),
    schemeDirectory: read({
      variable: 'SCHEME_DIR',
      option: 'scheme',
      otherwise: './scheme',
      wanted: 'config.wanted.directory',
      example: './scheme',
      read: (text) => resolve(text),
    }),
    baseUrl: read({
      variable: 'BASE_URL',
      otherwise: `http://localhost:${String(port)}`,
      wanted: 'config.wanted.base-url',
      example: 'https://label.example.jp',
      read: url(['http:', 'https:']),
    }),
    logLevel: read({
      variable: 'LOG_LEVEL',
      otherwise: 'info',
      wanted: 'config.wanted.log-level',
      example: 'info',
      read: (text) => LOG_LEVELS.find((level) => level === text),
    }),
    trustedProxies: read({
      variable: 'TRUSTED_PROXIES',
      otherwise: '0',
      wanted: 'config.wanted.proxies',
      example: '1',
      read: wholeNumber(0, 10),
    }),
    isDemonstration,
  };
  return faults.length === 0 ? ok(config) : refused(faults);
}
