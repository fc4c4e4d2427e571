import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, test } from 'node:test';
import { equal } from '../../testing/equal.ts';
import { scratchDirectory } from '../../testing/scratch.ts';

const ROOT = join(import.meta.dirname, '../..');
const HOOK = pathToFileURL(join(ROOT, 'testing/note-loaded-modules.ts')).href;

/** Runs the program and answers with its exit code, the files of ours it loaded, and the packages. */
function loadedBy(...args: readonly string[]) {
  const list = join(scratchDirectory(), 'loaded');
  const run = spawnSync(process.execPath, ['--import', HOOK, join(ROOT, 'src/entry/main.ts'), ...args], {
    env: { ...process.env, LOADED_MODULES: list, LANG: 'en_GB.UTF-8' },
    encoding: 'utf8',
  });
  const files = readFileSync(list, 'utf8').split('\n');
  const packages = files.flatMap((file) => /\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []);
  const ours = files.filter((file) => file.includes('/src/'));
  return { exit: run.status, out: run.stdout, ours, packages: [...new Set(packages)] };
}

describe('what the program loads', () => {
  test('to print help or say that a command is unknown, is no package and little of its own', () => {
    for (const [args, code] of [
      [['--help'], 0],
      [['case'], 2],
      [['nonsense'], 2],
    ] as const) {
      const { exit, ours, packages } = loadedBy(...args);
      equal([exit, packages], [code, []], args.join(' '));
      assert.ok(ours.length > 20 && ours.length < 100, `${args.join(' ')} loads ${ours.length} files`);
    }
  });

  test('to explain one command is that command and not the others', () => {
    const { exit, out, ours, packages } = loadedBy('person', 'sign-out', '--help');
    equal(exit, 0);
    assert.match(out, /--reason REASON/);
    const commands = ours.flatMap(
      (file) => /\/src\/cli\/((?:case|label|mandate|person|staff)-[\w-]+)\.ts$/.exec(file)?.[1] ?? [],
    );
    equal(commands, ['person-sign-out']);
    const heavy = ['hono', 'hucre', 'zod', '@electric-sql/pglite', '@myriaddreamin/typst-ts-node-compiler'];
    equal(
      packages.filter((name) => heavy.includes(name)),
      [],
    );
  });

  test('to run a command are the packages that command needs', () => {
    const { exit, packages } = loadedBy('scheme', 'check', join(ROOT, 'scheme'));
    equal(exit, 0);
    equal(packages.toSorted(), ['yaml', 'zod']);
  });
});
