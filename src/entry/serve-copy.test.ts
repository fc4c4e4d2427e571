import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { equal } from '../../testing/equal.ts';
import { scratchDirectory } from '../../testing/scratch.ts';

const MAIN = new URL('main.ts', import.meta.url).pathname;

function begin(...args: readonly string[]): ReturnType<typeof spawn> {
  const env = { ...process.env, DATABASE_URL: '', DATA_DIR: '/nowhere', LC_ALL: 'C' };
  return spawn(process.execPath, [MAIN, 'serve-copy', ...args, '--port', '0'], { env, stdio: 'pipe' });
}

test('a copy is given out without a database until it is asked to stop', async () => {
  const folder = scratchDirectory();
  mkdirSync(join(folder, '.shirushi-export'));
  writeFileSync(join(folder, '.shirushi-export/state.json'), '{}');
  writeFileSync(join(folder, 'index.html'), 'the register');
  const server = begin(folder);
  assert.ok(server.stdout !== null);
  const [line] = (await once(createInterface(server.stdout), 'line')) as [string];
  const [, address = ''] = /^Giving out \S+ at (http:\/\/\S+)\. /.exec(line) ?? [];
  const answer = await fetch(`${address}/`);
  equal([answer.status, await answer.text()], [200, 'the register']);
  server.kill('SIGTERM');
  equal(await once(server, 'exit'), [0, null]);
});

test('a folder that is no copy, or is not there, is refused with the way to make one', async () => {
  for (const folder of [scratchDirectory(), join(scratchDirectory(), 'none')]) {
    const server = begin(folder);
    let said = '';
    server.stderr?.setEncoding('utf8').on('data', (text: string) => (said += text));
    equal(await once(server, 'close'), [1, null]);
    assert.match(said, /^\S+ is no static copy that was written to its end\. [^\n]*export --static[^\n]*\n$/);
  }
});
