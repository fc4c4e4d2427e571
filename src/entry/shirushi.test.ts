import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { scratchDirectory } from '../../testing/scratch.ts';

const MAIN = new URL('main.ts', import.meta.url).pathname;

type Typed = { readonly exit: number | null; readonly errors: string };

/** Types a command line that must end without a server, and without asking for a database. */
async function typed(args: readonly string[], environment: Readonly<Record<string, string>> = {}): Promise<Typed> {
  const env = { PATH: process.env['PATH'], LANG: 'C', ...environment };
  const child = spawn(process.execPath, [MAIN, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const [exit] = (await once(child, 'close')) as [number | null];
  return { exit, errors };
}

describe('whoever mistypes a command is told what to do', { concurrency: 2 }, () => {
  test('an unknown command under a known first word lists the commands that begin with it', async () => {
    const { exit, errors } = await typed(['case', 'shwo']);
    assert.equal(exit, 2);
    assert.match(errors, /no command “case shwo”[\s\S]*shirushi case show NUMBER/);
  });

  test('a port that is no port is named once, and nothing that follows from it', async () => {
    const { exit, errors } = await typed(['serve'], { PORT: 'abc' });
    assert.equal(exit, 2);
    assert.match(errors, /^PORT cannot be “abc”.*\n$/);
  });

  test('a language the interface does not speak is refused in the language of the terminal', async () => {
    assert.match((await typed(['people', '--lang', 'fr'])).errors, /--lang cannot be “fr”/);
    assert.match((await typed(['people', '--lang', 'fr'], { LANG: 'ja_JP.UTF-8' })).errors, /--langの値「fr」/);
  });

  test('a terminal in a third language is spoken to in English, one that says nothing in Japanese', async () => {
    assert.match((await typed(['nothing'], { LANG: 'de_DE.UTF-8' })).errors, /There is no command/);
    assert.match((await typed(['nothing'], { LANG: '' })).errors, /コマンドはありません/);
  });

  test('a command for a demonstration that is not there makes no folder that would stand in its way', async () => {
    const data = join(scratchDirectory(), 'demo');
    const { exit, errors } = await typed(['people', '--demo', '--data', data]);
    assert.equal(exit, 1);
    assert.match(errors, /npm run demo/);
    assert.equal(existsSync(data), false);
  });

  test('a data folder that cannot be one is refused in words, with and without --demo', async () => {
    const file = join(scratchDirectory(), 'a-file');
    writeFileSync(file, '');
    for (const args of [[], ['--demo']]) {
      const { exit, errors } = await typed(['serve', '--port', '0', '--data', file, ...args]);
      assert.equal(exit, 1);
      assert.match(errors, /^The data folder .*a-file cannot be used: .*\n$/);
    }
  });
});
