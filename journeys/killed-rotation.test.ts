import assert from 'node:assert/strict';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { equal } from '../testing/equal.ts';
import { startShirushi, type RunningShirushi } from './running-shirushi.ts';

const ROUNDS = 4;

type ListedKeys = {
  readonly keys: readonly { readonly key: string; readonly state: string }[];
};

const filesIn = (folder: string): readonly string[] => readdirSync(folder).filter((name) => name.endsWith('.pem'));

/** What must hold after every start: one key signs, it is whole, and what is signed with it verifies as it is published. */
async function assertSound({ address, directory, json }: RunningShirushi): Promise<ListedKeys['keys']> {
  const { keys } = (await json('key', 'list')) as unknown as ListedKeys;
  equal(keys.filter(({ state }) => state === 'signs').length, 1);
  const folder = join(directory, 'issuer-keys');
  const files = filesIn(folder);
  assert.ok(files.length >= keys.length, `${String(files.length)} files for ${String(keys.length)} keys`);
  for (const file of files) equal(statSync(join(folder, file)).mode & 0o777, 0o600, file);
  const list = await fetch(`${address}/status/revocation/0`);
  equal(list.status, 200, await list.clone().text());
  const [header = ''] = (await list.text()).split('.');
  const { kid } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { readonly kid: string };
  equal(kid, keys.find(({ state }) => state === 'signs')?.key);
  return keys;
}

/** Waits until a key is written that was not there before: its rotation is under way. */
async function untilWritten(folder: string, before: number): Promise<void> {
  for (let tries = 0; tries < 5000 && filesIn(folder).length <= before; tries += 1) await pause(1);
}

test('killed while the key of credentials is changed, either key signs, and no key that signed is lost', async () => {
  let directory: string | undefined;
  const told: string[] = [];
  for (let round = 0; round < ROUNDS; round += 1) {
    const running = await startShirushi({ scheme: './scheme', ...(directory === undefined ? {} : { directory }) });
    ({ directory } = running);
    const known = (await assertSound(running)).map(({ key }) => thumbprint(key));
    for (const key of told) assert.ok(known.includes(key), `${key} was acknowledged and is gone`);
    told.push(thumbprint(String((await running.json('key', 'rotate'))['key'])));
    const folder = join(directory, 'issuer-keys');
    const before = filesIn(folder).length;
    const cut = running.begin('key', 'rotate');
    await untilWritten(folder, before);
    await pause(round);
    await running.kill();
    await cut.ended;
  }
  const last = await startShirushi({ scheme: './scheme', ...(directory === undefined ? {} : { directory }) });
  const keys = await assertSound(last);
  assert.ok(keys.length > ROUNDS);
  equal(await last.stop(), 0);
});

/** The part of a key's name that stays the same at every address. */
function thumbprint(key: string): string {
  return key.slice(key.indexOf('#') + 1);
}
