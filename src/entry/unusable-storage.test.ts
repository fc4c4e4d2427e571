import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { cpSync, globSync, mkdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { copyEmbeddedTemplate } from '../../testing/embedded-template.ts';
import { equal } from '../../testing/equal.ts';
import { scratchDirectory } from '../../testing/scratch.ts';
import { mountTinyDisk } from '../../testing/tiny-disk.ts';
import { connectEmbedded } from '../db/connect.ts';
import { listenFault } from './listen-fault.ts';

const MAIN = new URL('main.ts', import.meta.url).pathname;
const TINY_DISK = 'MOUNTING A TINY DISK IS NOT ALLOWED HERE: the full and the read-only disk were not tried';

type Ended = { readonly exit: number | null; readonly errors: string };

/** Runs a command that must end by itself. */
async function shirushi(args: readonly string[], settings: Readonly<Record<string, string>>): Promise<Ended> {
  const env = { ...process.env, DATABASE_URL: '', LC_ALL: 'C', ...settings };
  const options = { env, stdio: ['ignore', 'ignore', 'pipe'] as ['ignore', 'ignore', 'pipe'], timeout: 180_000 };
  const child = spawn(process.execPath, [MAIN, ...args], options);
  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const [exit] = (await once(child, 'close')) as [number | null];
  return { exit, errors };
}

/** An act that needs room: its text cannot be compressed. */
const register = (): readonly string[] => [
  ...['organisation', 'register', '--kind', 'vendor', '--name', '株式会社見本'],
  ...['--address', randomBytes(75_000).toString('base64')],
];

function tinyDisk(t: TestContext, megabytes: number): ReturnType<typeof mountTinyDisk> {
  const disk = mountTinyDisk({ megabytes });
  if (disk === undefined) t.skip(TINY_DISK);
  else t.after(disk.unmount);
  return disk;
}

/** A data folder on a disk, as a start before left it. */
async function usedData(disk: { readonly directory: string }): Promise<string> {
  const data = join(disk.directory, 'data');
  cpSync(await copyEmbeddedTemplate(), data, { recursive: true });
  return data;
}

describe('a start that cannot be is told in one line that says how to mend it', { concurrency: 2 }, () => {
  test('when the data folder lies in a file, or where no folder can be made', async () => {
    const file = join(scratchDirectory(), 'file');
    writeFileSync(file, '');
    const impossible = [join(file, 'data'), join(scratchDirectory(), 'n'.repeat(300))];
    if (process.platform === 'linux') impossible.push('/proc/data', '/proc/some/data');
    for (const directory of impossible) {
      for (const command of [
        ['serve', '--port', '0'],
        directory.startsWith('/proc') ? ['serve', '--demo'] : ['people'],
      ]) {
        const { exit, errors } = await shirushi(command, { DATA_DIR: directory });

        assert.match(errors, /^The data folder \S+ cannot be used: [^\n]*--data[^\n]*\n$/);
        equal(exit, 1);
      }
    }
  });

  test('when the data folder is on a read-only disk, new or used before', async (t) => {
    const disk = tinyDisk(t, 100);
    if (disk === undefined) return;
    const data = await usedData(disk);
    disk.writable(false);
    for (const directory of [data, join(disk.directory, 'other')]) {
      const { exit, errors } = await shirushi(['serve', '--port', '0'], { DATA_DIR: directory, LC_ALL: 'ja_JP.UTF-8' });
      assert.match(errors, /^データのフォルダー \S+ は使えません：書き込めない場所です。[^\n]*\n$/);
      equal(exit, 1);
    }
    disk.writable(true);
    equal(await shirushi(['people'], { DATA_DIR: data }), { exit: 0, errors: '' });
  });

  test('when the disk is full at the first start; with room the next one succeeds', async (t) => {
    const disk = tinyDisk(t, 8);
    if (disk === undefined) return;
    const settings = { DATA_DIR: join(disk.directory, 'data') };
    for (const args of [['people'], ['serve', '--port', '0']]) {
      const { exit, errors } = await shirushi(args, settings);
      assert.match(errors, /^The data folder \S+ cannot be used: there is no space left\.[^\n]*\n$/);
      equal(exit, 1);
    }
    disk.grow({ megabytes: 300 });
    equal(await shirushi(['people'], settings), { exit: 0, errors: '' });
  });

  test('when the disk is full at a later start or in an act, however little is left; with room everything goes on', async (t) => {
    const disk = tinyDisk(t, 100);
    if (disk === undefined) return;
    const data = await usedData(disk);
    let acknowledged = 0;
    const registered = async (): Promise<Ended> => {
      const ended = await shirushi(register(), { DATA_DIR: data });
      if (ended.exit === 0) acknowledged += 1;
      return ended;
    };
    equal(await registered(), { exit: 0, errors: '' });
    for (const kilobytes of [0, 24]) {
      disk.fill({ kilobytes });
      const { exit, errors } = await registered();
      assert.match(errors, /^[^\n]*(cannot be used|has stopped): there is no space left\.[^\n]*\n$/);
      equal(exit, 1);
      disk.free();
    }
    equal(await registered(), { exit: 0, errors: '' });
    const db = await connectEmbedded(data);
    assert.ok(db.ok);
    const { rows } = await db.value.pool.query('select name from organisations order by id');
    await db.value.close();
    equal(rows.length, acknowledged);
  });

  test('when files of the embedded database are cut, garbled or gone: nothing is made over what is left', async () => {
    const whole = await copyEmbeddedTemplate();
    const control = 'database/global/pg_control';
    const wounds: Readonly<Record<string, (directory: string) => void>> = {
      cut: (directory) => truncateSync(join(directory, control), 100),
      garbled: (directory) => writeFileSync(join(directory, control), randomBytes(8192)),
      'without its log': (directory) => rmSync(join(directory, 'database/pg_wal'), { recursive: true }),
      'without its mark': (directory) => rmSync(join(directory, 'database/PG_VERSION')),
      'with tables cut': (directory) => {
        for (const table of globSync(join(directory, 'database/base/*/[0-9]*'))) truncateSync(table, 100);
      },
    };
    for (const [name, wound] of Object.entries(wounds)) {
      const data = join(scratchDirectory(), 'data');
      cpSync(whole, data, { recursive: true });
      wound(data);
      const { exit, errors } = await shirushi(['people'], { DATA_DIR: data });
      assert.match(errors, /^The database in the data folder \S+ cannot be opened: [^\n]*from a backup\.\n$/, name);
      equal(exit, 1, name);
    }
    equal(await shirushi(['people'], { DATA_DIR: whole }), { exit: 0, errors: '' });
  });

  test('when the address to listen on is another machine’s, or nobody’s', async () => {
    const data = join(scratchDirectory(), 'data');
    mkdirSync(data);
    for (const HOST of ['192.0.2.1', 'no.such.host.invalid']) {
      const { exit, errors } = await shirushi(['serve', '--port', '0'], { DATA_DIR: data, HOST });
      assert.match(errors, /^[\w.]+ is not an address this machine can listen on\. Please look at HOST\.\n$/);
      assert.ok(errors.startsWith(HOST));
      equal(exit, 1);
    }
  });

  test('when the port is reserved for administrators', () => {
    const error = Object.assign(new Error('listen EACCES'), { code: 'EACCES', syscall: 'listen' });
    assert.match(
      listenFault({ language: 'en' }, { port: 80, host: '0.0.0.0' }, error) ?? '',
      /no right .* port 80.*--port/,
    );
    equal(listenFault({ language: 'en' }, { port: 80, host: '0.0.0.0' }, new Error('EACCES')), undefined);
  });
});
