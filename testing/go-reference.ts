import { spawnSync } from 'node:child_process';
import { basename, join } from 'node:path';
import { scratchDirectory } from './scratch.ts';

/** Debian's go; empty leaves tests that need it out, loudly. */
const GO = process.env['SHIRUSHI_TEST_GO'] ?? '/usr/bin/go';

/** What a test against Go's implementation is marked with when there is none. */
export const WITHOUT_GO: string | false = GO === '' && 'NO GO: set SHIRUSHI_TEST_GO to its path';

/** Where Debian keeps the sources of Go's packages. */
const PACKAGES = '/usr/share/gocode';

/** Builds a Go program of one file, from Debian's packages alone, and answers with its path. */
export function buildGo(source: string): string {
  const folder = scratchDirectory();
  const built = join(folder, basename(source, '.go'));
  const env = {
    PATH: process.env['PATH'],
    GO111MODULE: 'off',
    GOFLAGS: '',
    GOPATH: PACKAGES,
    GOCACHE: join(folder, 'cache'),
    HOME: folder,
  };
  const { status, stderr } = spawnSync(GO, ['build', '-o', built, source], { env, encoding: 'utf8' });
  if (status !== 0) throw new Error(`go build ${source}: ${stderr}`);
  return built;
}
