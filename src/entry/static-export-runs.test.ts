import assert from 'node:assert/strict';
import { test } from 'node:test';
import { okOf, type World } from '../../testing/builders/world.ts';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { aPublicSite } from '../../testing/public-site.ts';
import { scratchDirectory } from '../../testing/scratch.ts';
import { aSignedLabel, exported, publicFiles, RUNNING } from '../../testing/static-copy.ts';
import { readFileSync, writeFileSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { fileAt } from '../../testing/file-server.ts';
import { exportToFolder, type ExportTools } from '../app/static-export/export-to-folder.ts';
import { exportTools } from './export-tools.ts';

const toolsOf = (world: World, live?: string): Promise<ExportTools> =>
  exportTools(world.deps, { isDemonstration: false, live });

eachDatabase((kind, open) => {
  test('the next run writes what changed and nothing else, and removes what is no longer public', async () => {
    const db = await open();
    const { world } = await aPublicSite(db);
    const first = await aSignedLabel(world);
    const folder = scratchDirectory();
    const tools = await toolsOf(world);
    equal((await exported(world, tools, folder)).made, 1);
    equal(await exported(world, tools, folder), { labels: 0, made: 0, written: 0, same: 0, removed: 0 });
    const page = join(folder, 'labels', `${first.label.number}.html`);
    const before = await stat(page);
    const second = await aSignedLabel(world);
    const counts = await exported(world, tools, folder);
    equal([counts.labels, counts.made], [2, 1]);
    equal((await stat(page)).ino, before.ino, 'an unchanged page is not written again');
    assert.ok(await fileAt(folder, `/labels/${second.label.number}`));

    const whole = await exported(world, tools, folder, { isWhole: true });
    equal(whole.made, 2);
    writeFileSync(page, 'spoilt');
    await exported(world, tools, folder, { isWhole: true });
    assert.match(readFileSync(page, 'utf8'), /<!doctype html>/, 'a whole run mends what was spoilt');

    await db.pool.query('update labels set published_at = null where number = $1', [first.label.number]);
    await aSignedLabel(world);
    await exported(world, tools, folder);
    const left = Object.keys(await publicFiles(folder)).filter((file) => file.includes(first.label.number));
    equal(left, []);
    const fresh = scratchDirectory();
    await exported(world, tools, fresh);
    const both = [await publicFiles(folder), await publicFiles(fresh)] as const;
    // Proofs stay as they were made, tiles of the log before stay for who has just read it, dumps are made once a day.
    const older = /^log\/tile\/.*\.p\/|proof$|^api\/v1\/dump\//;
    const inclusion = /"inclusion":\{"checkpoint":"[^"]*","hashes":\[[^\]]*\]\},/;
    for (const file of Object.keys(both[1])) {
      const [kept, made] = both.map((files) => files[file]?.replace(inclusion, ''));
      if (!older.test(file)) equal(kept, made, file);
    }
    equal(
      Object.keys(both[0]).filter((file) => !older.test(file)),
      Object.keys(both[1]).filter((file) => !older.test(file)),
    );
  });

  test('a proof made before the witnesses had cosigned is made again afterwards, and only it and its pages', async () => {
    const db = await open();
    const { world } = await aPublicSite(db);
    const { label } = await aSignedLabel(world);
    const folder = scratchDirectory();
    const tools = await toolsOf(world);
    await exported(world, tools, folder);
    const proof = (): string => readFileSync(join(folder, 'labels', label.number, 'proof'), 'utf8');
    const pdf = join(folder, 'labels', label.number, 'declaration.pdf');
    const drawn = (await stat(pdf)).ino;
    const line = '— w.example/1 Zm9yIHRlc3Rz\n';
    assert.ok(!proof().includes(line));
    await db.pool.query(
      "insert into public_log_cosignatures (witness, size, line) select 'w.example/1', size, $1 from public_log_head",
      [line],
    );
    equal((await exported(world, tools, folder)).made, 1);
    assert.ok(proof().endsWith(line));
    assert.ok(readFileSync(join(folder, 'log/checkpoint'), 'utf8').endsWith(line));
    equal((await stat(pdf)).ino, drawn);
    await aSignedLabel(world);
    equal((await exported(world, tools, folder)).made, 1, 'the newer checkpoint has fewer signatures for now');
    assert.ok(proof().endsWith(line));
  });

  test('a run that is cut off at any file leaves a sound copy, and the next one makes it whole', async () => {
    const { world } = await aPublicSite(await open());
    await aSignedLabel(world);
    await aSignedLabel(world);
    const tools = await toolsOf(world);
    const asked: string[] = [];
    const counting: ExportTools = {
      ...tools,
      sideOf: (deps) => ({ ask: (path) => (asked.push(path), tools.sideOf(deps).ask(path)) }),
    };
    const clean = scratchDirectory();
    await exported(world, counting, clean);
    const wanted = await publicFiles(clean);
    const steps = kind === 'embedded' ? [0, 9, asked.length - 3] : [20, asked.length - 1];
    for (const last of steps) {
      const folder = scratchDirectory();
      let left = last;
      const breaking: ExportTools = {
        ...tools,
        sideOf: (deps) => {
          const side = tools.sideOf(deps);
          return {
            ask: (path) => ((left -= 1) < 0 ? Promise.reject(new Error('cut off')) : side.ask(path)),
          };
        },
      };
      await assert.rejects(exported(world, breaking, folder), /cut off/);
      equal(Object.hasOwn(await publicFiles(folder), 'log/checkpoint'), false, `after ${String(last)}`);
      await exported(world, tools, folder);
      equal(await publicFiles(folder), wanted, `after ${String(last)}`);
    }
  });

  test('a folder with anything else in it, and one where another export is at work, is left alone', async () => {
    const { world } = await aPublicSite(await open());
    await aSignedLabel(world);
    const tools = await toolsOf(world);
    const foreign = scratchDirectory();
    writeFileSync(join(foreign, 'mine.txt'), 'mine');
    const refused = await exportToFolder(world.deps, tools, { folder: foreign }, RUNNING);
    equal(refused, { ok: false, error: { code: 'export_folder_not_ours' } });
    equal(await readdir(foreign), ['mine.txt']);

    const folder = scratchDirectory();
    const held = okOf(await tools.openFolder(folder));
    const second = await exportToFolder(world.deps, tools, { folder }, RUNNING);
    equal(second, { ok: false, error: { code: 'export_folder_in_use' } });
    held.close();
    await exported(world, tools, folder);

    const stopped = new AbortController();
    stopped.abort();
    const other = scratchDirectory();
    const run = await exportToFolder(world.deps, tools, { folder: other }, stopped.signal);
    equal(run, { ok: false, error: { code: 'export_stopped' } });
    equal((await exported(world, tools, other)).made, 1);
  });
});
