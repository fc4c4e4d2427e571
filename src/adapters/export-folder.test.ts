import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { equal } from '../../testing/equal.ts';
import { scratchDirectory } from '../../testing/scratch.ts';
import { mountTinyDisk } from '../../testing/tiny-disk.ts';
import type { ExportFolder } from '../app/ports.ts';
import { openExportFolder } from './export-folder.ts';

async function opened(root: string): Promise<ExportFolder> {
  const folder = await openExportFolder(root);
  if (!folder.ok) throw new Error(folder.error.code);
  return folder.value;
}

const bytes = (text: string): Uint8Array => Buffer.from(text);

test('a file shows whole or not at all, replaces the one before, and takes its folders with it when it goes', async () => {
  const root = scratchDirectory();
  const folder = await opened(root);
  const staged = await folder.stage('a/b/c.html', bytes('one'));
  equal(existsSync(join(root, 'a')), false);
  await staged.show();
  equal(readFileSync(join(root, 'a/b/c.html'), 'utf8'), 'one');
  await (await folder.stage('a/b/c.html', bytes('two'))).discard();
  equal(readFileSync(join(root, 'a/b/c.html'), 'utf8'), 'one');
  await (await folder.stage('a/d', bytes('d'))).show();
  await folder.remove('a/b/c.html');
  equal(await readdir(join(root, 'a')), ['d']);
  await folder.remove('a/b/c.html');
  folder.close();
});

test('no path leads out of the copy or into what is ours', async () => {
  const folder = await opened(scratchDirectory());
  for (const path of ['../x', 'a/../../x', '/x', '', 'a//b', '.shirushi-export/labels', './x']) {
    await assert.rejects(folder.stage(path, bytes('x')), /no place in a copy/, path);
  }
  folder.close();
});

test('what a cut-off run remembered counts as far as it came, and what was there before for the rest', async () => {
  const root = scratchDirectory();
  const line = (number: string, more: string): string => JSON.stringify([number, more]);
  const first = await opened(root);
  const lines = await first.writeLines();
  await lines.add(['A', 'B', 'C', 'D'].map((number) => line(number, 'old')));
  await lines.finish();
  const cut = await first.writeLines();
  await cut.add([line('A', 'new'), line('AA', 'new'), line('B', 'new')]);
  await cut.abandon();
  first.close();
  // What was being written when it was killed.
  writeFileSync(join(root, '.shirushi-export/labels.begun'), '["C","ne', { flag: 'a' });
  const next = await opened(root);
  equal(await Array.fromAsync(next.readLines()), [
    line('A', 'new'),
    line('AA', 'new'),
    line('B', 'new'),
    line('C', 'old'),
    line('D', 'old'),
  ]);
  next.close();
});

test('killed at any moment it lets go of the folder, shows no file by half, and remembers whole lines only', async () => {
  const root = scratchDirectory();
  const script = new URL('../../testing/writing-copy.ts', import.meta.url).pathname;
  for (const wait of [0, 7, 31]) {
    const child = spawn(process.execPath, [script, root], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(child.stdout, 'data');
    const meanwhile = await openExportFolder(root);
    equal(meanwhile, { ok: false, error: { code: 'export_folder_in_use' } });
    await pause(wait);
    child.kill('SIGKILL');
    await once(child, 'close');
    const folder = await opened(root);
    let last = -1;
    for await (const line of folder.readLines()) {
      const [number = ''] = JSON.parse(line) as string[];
      equal(Number(number), last + 1);
      last += 1;
    }
    assert.ok(last >= 19, String(last));
    for (const name of await readdir(join(root, 'labels'))) {
      const page = join(root, 'labels', name, 'page.html');
      // Killed between making the folder and showing the page in it: no page is no page by half.
      if (!existsSync(page)) continue;
      const text = readFileSync(page, 'utf8');
      equal(text, text.slice(0, 10).repeat(20_000), name);
    }
    folder.close();
  }
});

test('a disk that is full is told as it is, shows nothing by half, and the next run goes on', (t) => {
  const disk = mountTinyDisk({ megabytes: 2 });
  if (disk === undefined) {
    t.skip('mounting is not allowed');
    return;
  }
  return (async () => {
    try {
      const root = join(disk.directory, 'copy');
      const folder = await opened(root);
      await (await folder.stage('page.html', bytes('old'))).show();
      disk.fill({ kilobytes: 8 });
      await assert.rejects(folder.stage('page.html', new Uint8Array(100_000)), { code: 'ENOSPC' });
      equal(readFileSync(join(root, 'page.html'), 'utf8'), 'old');
      folder.close();
      disk.free();
      const next = await opened(root);
      await (await next.stage('page.html', bytes('new'))).show();
      equal(readFileSync(join(root, 'page.html'), 'utf8'), 'new');
      next.close();
    } finally {
      disk.unmount();
    }
  })();
});
