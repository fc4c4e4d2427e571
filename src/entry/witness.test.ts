import assert from 'node:assert/strict';
import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { test } from 'node:test';
import { equal } from '../../testing/equal.ts';
import { logOf } from '../../testing/log-in-memory.ts';
import { scratchDirectory } from '../../testing/scratch.ts';
import { writeAddCheckpoint } from '../formats/tlog-witness/add-checkpoint.ts';

const MAIN = new URL('main.ts', import.meta.url).pathname;
const SMALL = logOf(['a']);
const FORK = logOf(['b']);

type Running = { readonly child: ChildProcess; readonly address: string; readonly key: string };

function spawned(data: string, errors: 'inherit' | 'pipe' = 'inherit'): ChildProcess {
  const args = [
    MAIN,
    'witness',
    '--data',
    data,
    '--port',
    '0',
    '--name',
    'w.example/1',
    '--log',
    SMALL.key,
    '--lang',
    'en',
  ];
  const env = { PATH: process.env['PATH'], LANG: 'C' };
  return spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', errors] });
}

async function start(data: string): Promise<Running> {
  const child = spawned(data);
  assert.ok(child.stdout);
  let key = '';
  for await (const line of createInterface({ input: child.stdout })) {
    key = /^Key of the witness: (.*)$/.exec(line)?.[1] ?? key;
    const address = /(http:\S+)\/add-checkpoint/.exec(line)?.[1];
    if (address !== undefined) return { child, address, key };
  }
  throw new Error('the witness did not start');
}

async function ask(address: string, old: number, checkpoint: string): Promise<readonly [number, string]> {
  const body = writeAddCheckpoint({ old, proof: [], checkpoint });
  const answer = await fetch(`${address}/add-checkpoint`, { method: 'POST', body });
  return [answer.status, await answer.text()];
}

test('a witness that is killed remembers what it signed: the same again is signed, a fork is not', async () => {
  const data = scratchDirectory();
  const first = await start(data);
  const [status, line] = await ask(first.address, 0, SMALL.checkpoint);
  equal([status, line.startsWith('\u2014 w.example/1 ')], [200, true]);
  first.child.kill('SIGKILL');
  await once(first.child, 'close');

  const second = await start(data);
  assert.equal(second.key, first.key);
  equal(await ask(second.address, 0, FORK.checkpoint), [409, '1\n']);
  equal((await ask(second.address, 1, FORK.checkpoint))[0], 409);
  equal((await ask(second.address, 1, SMALL.checkpoint))[0], 200);
  equal((await fetch(`${second.address}/add-checkpoint`)).status, 405);
  equal((await fetch(`${second.address}/other`)).status, 404);
  equal((await fetch(`${second.address}/add-checkpoint`, { method: 'POST', body: 'x'.repeat(200_000) })).status, 413);

  const [memory = ''] = readdirSync(data).filter((file) => file.endsWith('.witness.json'));
  writeFileSync(join(data, memory), '{"cut');
  equal((await ask(second.address, 0, FORK.checkpoint))[0], 500, 'a damaged memory is no empty one');
  second.child.kill('SIGTERM');
  equal(await once(second.child, 'close'), [0, null]);
});

test('a witness whose key is no key says so of its own key, not of a log’s', async () => {
  const data = scratchDirectory();
  writeFileSync(join(data, 'witness-key.pem'), 'no key', { mode: 0o600 });
  const child = spawned(data, 'pipe');
  let said = '';
  child.stderr?.on('data', (part: Buffer) => (said += part.toString()));
  const [code] = (await once(child, 'close')) as [number];
  assert.equal(code, 1);
  assert.match(said, /witness-key\.pem, the key of the witness, is no Ed25519 private key/);
  assert.doesNotMatch(said, /LOG_KEY_FILE|public log/);
});
