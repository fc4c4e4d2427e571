import { accessSync, constants, globSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';

type Env = Readonly<Record<string, string | undefined>>;

/** Something tests use that npm does not bring: where it is (empty where it is not) and what is lost without it. */
export type Equipment = {
  readonly name: 'postgres' | 'chromium' | 'clamd' | 'go';
  readonly variable: string;
  readonly path: string;
  readonly leftOut: string;
};

function isProgram(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const onPath = (env: Env, program: string): readonly string[] =>
  (env['PATH'] ?? '').split(delimiter).map((folder) => join(folder, program));

/** The folder of PostgreSQL's server programs, the newest first; `initdb` is on the PATH of some systems only. */
function findPostgres(env: Env): string {
  const packaged = globSync('/usr/lib/postgresql/*/bin/initdb').sort((first, second) =>
    second.localeCompare(first, 'en', { numeric: true }),
  );
  const initdb = [...packaged, ...onPath(env, 'initdb')].find(isProgram);
  return initdb === undefined ? '' : dirname(initdb);
}

const findChromium = (env: Env): string => ['/usr/bin/chromium', ...onPath(env, 'chromium')].find(isProgram) ?? '';

const findClamd = (env: Env): string => ['/usr/sbin/clamd', ...onPath(env, 'clamd')].find(isProgram) ?? '';

/** Go is of use only with the sources of its transparency log. */
function findGo(env: Env): string {
  const hasLog = globSync('/usr/share/gocode/src/golang.org/x/mod/sumdb/tlog/tlog.go').length > 0;
  return hasLog ? (onPath(env, 'go').find(isProgram) ?? '') : '';
}

/** What is at hand for tests. A variable that is already set decides, also when it is empty: that leaves the tests out. */
export function findEquipment(env: Env): readonly Equipment[] {
  return [
    {
      name: 'postgres',
      variable: 'SHIRUSHI_TEST_POSTGRES',
      path: env['SHIRUSHI_TEST_POSTGRES'] ?? findPostgres(env),
      leftOut: 'every test on a PostgreSQL server (Debian: apt-get install postgresql)',
    },
    {
      name: 'chromium',
      variable: 'SHIRUSHI_TEST_CHROMIUM',
      path: env['SHIRUSHI_TEST_CHROMIUM'] ?? findChromium(env),
      leftOut: 'every test in a browser (Debian: apt-get install chromium fonts-noto-cjk)',
    },
    {
      name: 'clamd',
      variable: 'SHIRUSHI_TEST_CLAMD',
      path: env['SHIRUSHI_TEST_CLAMD'] ?? findClamd(env),
      leftOut: 'every test with a real malware scanner (Debian: apt-get install clamav-daemon)',
    },
    {
      name: 'go',
      variable: 'SHIRUSHI_TEST_GO',
      path: env['SHIRUSHI_TEST_GO'] ?? findGo(env),
      leftOut: 'every test against Go’s transparency log (Debian: apt-get install golang-go golang-golang-x-mod-dev)',
    },
  ];
}

/** Why a run must not begin: what `REQUIRE` names and is not at hand. */
export function unmetDemands(demanded: string, equipment: readonly Equipment[]): readonly string[] {
  const names = demanded.split(',').filter((name) => name !== '');
  return names.flatMap((name) => {
    const item = equipment.find((candidate) => candidate.name === name);
    if (item === undefined)
      return [`REQUIRE names ${name}, which is none of ${equipment.map((one) => one.name).join(', ')}`];
    return item.path === '' ? [`REQUIRE names ${name}, which is not installed`] : [];
  });
}
