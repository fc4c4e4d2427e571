import { resolve } from 'node:path';
import type { ClamdAddress } from '../adapters/clamd.ts';
import { ok, refused, type Result } from '../core/kernel/result.ts';
import { CLAMD, type ClamdSetting } from './clamd-setting.ts';
import { CORPORATE_NUMBER_APP_ID } from './corporate-register-setting.ts';
import { OPENID } from './openid-settings.ts';
import { issuerKeySetting } from './issuer-key-setting.ts';
import { logKeySetting, logOriginSetting, readWitnesses, type WitnessAddress } from './log-settings.ts';
import { readMail, type MailConfig } from './mail-config.ts';
import { readStaticExport, type StaticExportConfig } from './static-export-setting.ts';
import { readSetting, wholeNumber, type ConfigFault, type ConfigSource, type Setting } from './setting.ts';

/** How an OpenID provider is reached. */
type OpenidConfig = { readonly issuer: string; readonly clientId: string; readonly clientSecret: string };

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
  /** The file with the key the public log is signed with. */
  readonly logKeyFile: string;
  /** The folder with the keys that credentials are signed with. */
  readonly issuerKeyDirectory: string;
  /** The name of the public log, if it has none yet. */
  readonly logOrigin: string;
  /** The witnesses that are asked to cosign the public log; the demonstration has none. */
  readonly witnesses: readonly WitnessAddress[];
  /** Where the public side is copied to as files; without it it is not. */
  readonly staticExport: StaticExportConfig | undefined;
  readonly logLevel: string;
  /** The OpenID provider vendors and agents sign in with; without an issuer nobody does. */
  readonly openid: OpenidConfig | undefined;
  /** The mail server; without one mails stay in the outbox. */
  readonly mail: MailConfig | undefined;
  /** Where clamd listens, which then scans every uploaded file; without it files are taken unscanned. */
  readonly clamd: ClamdAddress | undefined;
  /** The application id of the register of corporate numbers; without one nothing is looked up. */
  readonly corporateNumberAppId: string | undefined;
  /** Number of proxies in front whose `x-forwarded-for` is believed. */
  readonly trustedProxies: number;
};

/** An address that paths can be put behind: no query, no fragment, no password. */
function readBaseUrl(text: string): string | undefined {
  const url = URL.parse(text);
  if (url === null || !['http:', 'https:'].includes(url.protocol)) return undefined;
  return /[?#\s]/.test(text) || url.username !== '' || url.password !== '' ? undefined : text.replace(/\/+$/, '');
}

const LOOPBACK = ['localhost', '127.0.0.1', '::1'];

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'];

/** Settings whose default does not depend on others. */
const PLAIN = {
  port: {
    variable: 'PORT',
    option: 'port',
    otherwise: '8080',
    wanted: 'config.wanted.port',
    example: '8080',
    read: wholeNumber(0, 65_535),
  },
  databaseUrl: {
    variable: 'DATABASE_URL',
    isSecret: true,
    otherwise: '',
    wanted: 'config.wanted.database-url',
    example: 'postgres://shirushi:secret@localhost:5432/shirushi',
    read: (text: string) => (text === '' || /^postgres(ql)?:\/\/\S+$/.test(text) ? text : undefined),
  },
  databaseConnections: {
    variable: 'DATABASE_CONNECTIONS',
    otherwise: '10',
    wanted: 'config.wanted.connections',
    example: '10',
    read: wholeNumber(2, 1000),
  },
  schemeDirectory: {
    variable: 'SCHEME_DIR',
    option: 'scheme',
    otherwise: './scheme',
    wanted: 'config.wanted.directory',
    example: './scheme',
    read: (text: string) => resolve(text),
  },
  trustedProxies: {
    variable: 'TRUSTED_PROXIES',
    otherwise: '0',
    wanted: 'config.wanted.proxies',
    example: '1',
    read: wholeNumber(0, 10),
  },
} as const satisfies Readonly<Record<string, Setting<unknown>>>;

function hostSetting(isDemonstration: boolean): Setting<string> {
  return {
    variable: 'HOST',
    otherwise: isDemonstration ? 'localhost' : '127.0.0.1',
    wanted: isDemonstration ? 'config.wanted.loopback' : 'config.wanted.host',
    example: '127.0.0.1',
    read: (text) => (!isDemonstration || LOOPBACK.includes(text) ? text : undefined),
  };
}

function dataSetting(isDemonstration: boolean): Setting<string> {
  return {
    variable: 'DATA_DIR',
    option: 'data',
    otherwise: isDemonstration ? './var/demo' : './var/data',
    wanted: 'config.wanted.directory',
    example: './var/data',
    read: (text) => resolve(text),
  };
}

/** Quiet in the demonstration, where a line per page would drown what is worth reading. */
function logSetting(isDemonstration: boolean): Setting<string> {
  return {
    variable: 'LOG_LEVEL',
    otherwise: isDemonstration ? 'warn' : 'info',
    wanted: 'config.wanted.log-level',
    example: 'info',
    read: (text) => LOG_LEVELS.find((level) => level === text),
  };
}

/** The default follows the port; a port that is no port is named once, not once more in the address. */
function baseUrlSetting(port: number | undefined): Setting<string> {
  return {
    variable: 'BASE_URL',
    otherwise: `http://localhost:${String(port ?? PLAIN.port.otherwise)}`,
    wanted: 'config.wanted.base-url',
    example: 'https://label.example.jp',
    read: readBaseUrl,
  };
}

/** All three or none; the demonstration has none. */
function readOpenid(read: (setting: Setting<string>) => string): OpenidConfig | undefined {
  const named = read(OPENID.issuer);
  if (named === '') return undefined;
  return { issuer: named, clientId: read(OPENID.clientId), clientSecret: read(OPENID.clientSecret) };
}

/** Reads and judges all configuration; every wrong value is named at once. The demonstration never uses a server. */
export function readConfig(source: ConfigSource): Result<Config, readonly ConfigFault[]> {
  const faults: ConfigFault[] = [];
  const read = <T>(setting: Setting<T>): T => readSetting(setting, source, faults);
  const isDemonstration = source.options['demo'] === true;
  const port = read(PLAIN.port);
  const databaseUrl = read<string>(PLAIN.databaseUrl);
  const clamd: ClamdSetting | undefined = read<ClamdSetting | undefined>(CLAMD);
  const appId = read(CORPORATE_NUMBER_APP_ID);
  const dataDirectory = read(dataSetting(isDemonstration));
  const baseUrl = read(baseUrlSetting(port));
  const config: Config = {
    port,
    host: read(hostSetting(isDemonstration)),
    dataDirectory,
    databaseUrl: isDemonstration || databaseUrl === '' ? undefined : databaseUrl,
    databaseConnections: read(PLAIN.databaseConnections),
    schemeDirectory: read(PLAIN.schemeDirectory),
    baseUrl,
    isDemonstration,
    logKeyFile: read(logKeySetting(dataDirectory)),
    issuerKeyDirectory: read(issuerKeySetting(dataDirectory)),
    logOrigin: read(logOriginSetting(baseUrl)),
    witnesses: readWitnesses(read, isDemonstration),
    staticExport: readStaticExport(read),
    logLevel: read(logSetting(isDemonstration)),
    trustedProxies: read(PLAIN.trustedProxies),
    mail: isDemonstration ? undefined : readMail(read),
    clamd: isDemonstration ? undefined : clamd?.address,
    corporateNumberAppId: (!isDemonstration && appId) || undefined,
    openid: isDemonstration ? undefined : readOpenid(read),
  };
  return faults.length === 0 ? ok(config) : refused(faults);
}

/** The configuration once it is known which port was taken: a public address at port 0 is at that port, too. */
export function atPort(config: Config, port: number): Config {
  return { ...config, port, baseUrl: config.baseUrl.replace(/^(https?:\/\/[^/]+):0(?=\/|$)/, `$1:${String(port)}`) };
}
