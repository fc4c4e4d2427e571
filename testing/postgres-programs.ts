import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';

function debianDirectories(): string[] {
  if (!existsSync(DEBIAN)) return [];
  const versions = readdirSync(DEBIAN).filter((name) => Number(name) >= 15);
  // The oldest that is supported first: what runs there runs on all.
  return versions.sort((a, b) => Number(a) - Number(b)).map((version) => join(DEBIAN, version, 'bin'));
}

/**
 * Where the programs are by the value of `SHIRUSHI_TEST_POSTGRES`; an empty one, as of an absent browser, leaves them
 * out.
 */
export function findPrograms(named: string | undefined): string | undefined {
  if (named === '') return undefined;
  const found = (named === undefined ? debianDirectories() : [named]).find((directory) =>
    existsSync(join(directory, 'initdb')),
  );
  if (named !== undefined && found === undefined) throw new Error(`SHIRUSHI_TEST_POSTGRES: no initdb in ${named}`);
  return found;
}

/** Where PostgreSQL's server programs are: `SHIRUSHI_TEST_POSTGRES`, else Debian's packages; undefined when nowhere. */
export const POSTGRES_PROGRAMS = findPrograms(process.env['SHIRUSHI_TEST_POSTGRES']);

/** PostgreSQL's server refuses to run as root: then Debian's own user runs it. */
function serverUser(): { readonly uid: number; readonly gid: number } | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
}

/** As whom the server's programs run; undefined for the present user. */
export const SERVER_USER = POSTGRES_PROGRAMS === undefined ? undefined : serverUser();

/** Runs one of PostgreSQL's programs to its end and answers with what it printed. */
export function runPostgres(program: string, args: readonly string[], cwd: string): string {
  if (POSTGRES_PROGRAMS === undefined) throw new Error('no PostgreSQL server programs found');
  return execFileSync(join(POSTGRES_PROGRAMS, program), args, {
    ...SERVER_USER,
    cwd,
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8', TZ: 'UTC' },
    maxBuffer: 1 << 26,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}
