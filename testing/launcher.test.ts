import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { chmod } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { text } from 'node:stream/consumers';
import { withPlantedTree } from './boundaries/planted-tree.ts';
import { equal } from './equal.ts';

/** A program that tells how it was started, then ends as its first argument says. */
const MAIN = `
const args: readonly string[] = process.argv.slice(2);
process.on('SIGTERM', () => process.exit(3));
console.log(JSON.stringify({ args, bundled: process.env['BUNDLED'] }));
if (args[0] === 'stay') {
  setTimeout(() => process.exit(1), 20_000);
} else if (args[0] === 'fall') process.kill(process.pid, 'SIGKILL');
else process.exitCode = 7;
`;

const NODE = `node_modules/node-${process.platform}-${process.arch}/bin/node`;

/** Lends a package of the launcher's own shape, whose bundled Node lets itself be told from this one. */
function withPackage<T>(use: (root: string) => Promise<T>): Promise<T> {
  const files = {
    'bin/shirushi.js': readFileSync(join(import.meta.dirname, '../bin/shirushi.js'), 'utf8'),
    'src/entry/main.ts': MAIN,
    [NODE]: `#!/bin/sh\nBUNDLED=yes exec '${process.execPath}' "$@"\n`,
  };
  return withPlantedTree(files, async (root) => {
    await chmod(join(root, NODE), 0o755);
    return use(root);
  });
}

const launch = (root: string, ...args: readonly string[]) =>
  spawn(process.execPath, [join(root, 'bin/shirushi.js'), ...args], { stdio: ['ignore', 'pipe', 'inherit'] });

async function exitCode(child: ChildProcess): Promise<number> {
  const [code] = (await once(child, 'close')) as [number];
  return code;
}

const skip = process.platform === 'linux' ? false : 'elsewhere the bundled Node is no shell script';

describe('the launcher', { skip }, () => {
  test('starts the bundled Node, passes arguments on and the exit code back', async () => {
    const [said, code] = await withPackage((root) => {
      const child = launch(root, 'case', 'list', '--json');
      return Promise.all([text(child.stdout), exitCode(child)]);
    });
    equal(JSON.parse(said), { args: ['case', 'list', '--json'], bundled: 'yes' });
    assert.equal(code, 7);
  });

  test('passes a request to stop on to the program', async () => {
    const code = await withPackage(async (root) => {
      const child = launch(root, 'stay');
      await once(child.stdout, 'data');
      child.kill('SIGTERM');
      return exitCode(child);
    });
    assert.equal(code, 3);
  });

  test('ends with 128 and the number of the signal that ended the program, as a shell would', async () => {
    assert.equal(await withPackage((root) => exitCode(launch(root, 'fall'))), 137);
  });
});
