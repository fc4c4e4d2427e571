import assert from 'node:assert/strict';
import { setTimeout as pause } from 'node:timers/promises';
import { after, before, describe, test } from 'node:test';
import { startDiskCluster, type DiskCluster } from '../bench/measure/disk-cluster.ts';
import { equal } from '../testing/equal.ts';
import { POSTGRES_PROGRAMS } from '../testing/postgres-programs.ts';
import { startShirushi, type Ended, type RunningShirushi } from './running-shirushi.ts';

const SCHEME = new URL('../scheme', import.meta.url).pathname;
const REGISTER = ['organisation', 'register', '--kind', 'vendor', '--name', '株式会社見本', '--address', '横浜市'];

type Answer = { readonly status: number; readonly retryAfter: string | null; readonly heading: string | undefined };

async function ask(address: string, path: string): Promise<Answer> {
  // on a connection of its own: one that was kept may be closed by the server as it is used again
  const answer = await fetch(`${address}${path}`, { headers: { connection: 'close' } });
  const heading = /<h1[^>]*>([^<]*)</.exec(await answer.text())?.[1];
  return { status: answer.status, retryAfter: answer.headers.get('retry-after'), heading };
}

async function waitFor(what: string, isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 240; tries += 1) {
    if (await isSo()) return;
    await pause(500);
  }
  throw new Error(`waited in vain: ${what}`);
}

const skip =
  POSTGRES_PROGRAMS === undefined && 'NO POSTGRESQL SERVER PROGRAMS: set SHIRUSHI_TEST_POSTGRES to their folder';

describe('a PostgreSQL server that does not serve', { skip }, () => {
  let cluster: DiskCluster;
  let running: RunningShirushi;
  before(async () => {
    cluster = await startDiskCluster();
    running = await startShirushi({ scheme: SCHEME, databaseUrl: await cluster.createDatabase('register') });
  });
  after(async () => {
    await running.kill();
    cluster.remove();
  });

  const isDone = async (job: string): Promise<boolean> => {
    const { rows } = await cluster.administer(`select state::text from pgboss.job where id = '${job}'`, 'register');
    return rows[0]?.['state'] === 'completed';
  };

  /** Files a job and waits until the running server has done it. */
  async function assertJobsRun(): Promise<void> {
    const filed = `insert into pgboss.job (name) values ('publish-due-labels') returning id`;
    const { rows } = await cluster.administer(filed, 'register');
    await waitFor('a job', () => isDone(String(rows[0]?.['id'])));
  }

  async function assertAway({ address, command }: RunningShirushi): Promise<void> {
    equal(await ask(address, '/'), { status: 503, retryAfter: '30', heading: 'ただいま表示できません' });
    equal(await ask(address, '/en/labels/S1-26-000001-X'), {
      status: 503,
      retryAfter: '30',
      heading: 'We cannot show this page just now',
    });
    const json = await fetch(`${address}/labels.json`);
    equal([json.status, ((await json.json()) as { code: unknown }).code], [503, 'unavailable']);
    equal((await fetch(`${address}/healthz`)).status, 200);
    equal((await fetch(`${address}/readyz`)).status, 503);
    const { exit, errors } = await command('people');
    equal(exit, 1);
    assert.match(errors, /^The database cannot be used: [^\n]*DATABASE_URL\.\n$/);
  }

  test('answers 503 in both languages while it is away, and goes on by itself when it is back', async () => {
    const { address, json } = running;
    equal((await ask(address, '/')).status, 200);
    // The first time before the jobs have been started, the second time while they run.
    for (let round = 1; round <= 2; round += 1) {
      cluster.kill();
      await assertAway(running);
      await pause(3_000);
      await cluster.startAgain();
      await waitFor('/readyz', async () => (await fetch(`${address}/readyz`)).status === 200);
      equal((await ask(address, '/en/')).status, 200);
      assert.match(String((await json(...REGISTER))['id']), /^[0-9a-f-]{36}$/);
      await assertJobsRun();
    }
  });

  test('answers 503 within seconds while it hangs, and goes on when it wakes', async () => {
    const { address } = running;
    cluster.hang();
    try {
      for (const path of ['/', '/en/search?q=x', '/sign-in']) {
        const asked = performance.now();
        const { status, retryAfter } = await ask(address, path);
        equal([path, status, retryAfter], [path, path === '/sign-in' ? 200 : 503, path === '/sign-in' ? null : '30']);
        assert.ok(performance.now() - asked < 20_000, path);
      }
    } finally {
      cluster.wake();
    }
    await waitFor('/readyz', async () => (await fetch(`${address}/readyz`)).status === 200);
    equal((await ask(address, '/en/search?q=x')).status, 200);
  });

  test('is told in one line by what is wrong with it, in both languages, without its password', async () => {
    await cluster.administer(`create role guarded login password 'correct-horse'`);
    await cluster.administer(`create role crowded login connection limit 0`);
    await cluster.administer(`create role nosy login`);
    await cluster.administer(
      `copy (values ('local all guarded scram-sha-256'), ('local all all trust')) to '${cluster.hbaFile}'`,
    );
    await cluster.administer('select pg_reload_conf()');
    const as = (user: string, database = 'register'): string =>
      cluster.url(database).replace('//shirushi@', `//${user}@`);
    const told: readonly (readonly [url: string, en: RegExp, ja: RegExp])[] = [
      [as('guarded:battery-staple'), /takes? the user name or the password/, /利用者名かパスワード/],
      [as('crowded'), /no connections or no space/, /接続数/],
      [as('nosy', 'postgres'), /no right/, /権限/],
      [as('shirushi', 'nowhere'), /no database of that name/, /その名前のデータベース/],
      ['postgres://u:battery-staple@localhost:1/x', /no server listens there/, /待ち受けているサーバー/],
      ['postgres://u:battery-staple@no.such.host.invalid/x', /no server of that name/, /サーバーの名前/],
      ['postgres://u:battery-staple@127.0.0.1:99999/x', /Invalid URL/, /Invalid URL/],
      ['postgres://u:battery-staple@/x?host=/no/folder', /no server listens there/, /待ち受けているサーバー/],
    ];
    for (const [url, en, ja] of told) {
      for (const [language, words] of [
        ['en', en],
        ['ja', ja],
      ] as const) {
        const { exit, out, errors }: Ended = await running.elsewhere(url, 'migrate', '--lang', language);
        assert.match(errors, words);
        assert.match(errors, /^[^\n]*DATABASE_URL[^\n]*\n$/);
        assert.doesNotMatch(errors + out, /battery-staple|correct-horse/);
        equal(exit, 1);
      }
    }
  });
});
