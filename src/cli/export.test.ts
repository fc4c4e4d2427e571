import assert from 'node:assert/strict';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { aWorld, type World } from '../../testing/builders/world.ts';
import { eachDatabase } from '../../testing/database.ts';
import { equal } from '../../testing/equal.ts';
import { exportToolsOf } from '../../testing/export-tools.ts';
import { scratchDirectory } from '../../testing/scratch.ts';
import { aSignedLabel } from '../../testing/static-copy.ts';
import { mountTinyDisk } from '../../testing/tiny-disk.ts';
import { exportStatic } from './export.ts';
import { UsageError } from './read-option.ts';

type Typed = { readonly exit: number; readonly lines: readonly string[] };

/** Types the command in a folder, in English. */
async function typed(
  { deps }: World,
  directory: string,
  values: Readonly<Record<string, string | boolean>>,
): Promise<Typed> {
  const lines: string[] = [];
  const print = (line: string): void => void lines.push(line);
  const asked = { language: 'en', json: values['json'] === true, directory, schemeDirectory: '/' } as const;
  const exportTools = (live: string | undefined) => Promise.resolve(exportToolsOf(live ?? 'here'));
  const context = { ...asked, now: deps.clock.now, print, printError: print, deps, exportTools };
  try {
    return { exit: await exportStatic.run(context, { positionals: [], values }), lines };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { exit: error.exit, lines: [...lines, error.message] };
  }
}

eachDatabase((_kind, open) => {
  test('the command tells what it wrote, and the next time that nothing changed', async () => {
    const world = await aWorld(await open());
    await aSignedLabel(world);
    const directory = scratchDirectory();
    const first = await typed(world, directory, { static: 'copy' });
    equal(first.exit, 0);
    assert.match(first.lines.join(), /copy: made 1 of 1 labels anew \(files written: \d+,/);
    assert.ok(existsSync(join(directory, 'copy/index.html')));
    const again = await typed(world, directory, { static: 'copy' });
    assert.match(again.lines.join(), /nothing has changed/);
    const whole = await typed(world, directory, { static: 'copy', whole: true, json: true });
    equal((JSON.parse(whole.lines.join('')) as { made: number }).made, 1);
    const elsewhere = await typed(world, directory, { static: 'copy', live: 'https://app.example.jp/' });
    assert.match(elsewhere.lines.join(), /made 1 of 1/, 'another address makes everything anew');
  });
});

eachDatabase((kind, open) => {
  test('the command names what is wrong with the folder, the address or the disk', async (t) => {
    const world = await aWorld(await open());
    const directory = scratchDirectory();
    equal((await typed(world, directory, {})).exit, 2);
    equal((await typed(world, directory, { static: 'copy', live: 'app' })).exit, 2);
    writeFileSync(join(directory, 'file'), '');
    const foreign = await typed(world, directory, { static: '.' });
    equal(foreign.exit, 1);
    assert.match(foreign.lines.join(), /holds something else than an export/);
    const file = await typed(world, directory, { static: 'file' });
    equal(file.exit, 1);
    assert.match(file.lines.join(), /could not be written: there is one of that name/);
    const disk = kind === 'embedded' ? mountTinyDisk({ megabytes: 1 }) : undefined;
    if (disk === undefined) {
      t.diagnostic('no small disk');
      return;
    }
    try {
      await aSignedLabel(world);
      disk.fill({ kilobytes: 300 });
      const copy = { static: join(disk.directory, 'copy') };
      const full = await typed(world, directory, copy);
      equal(full.exit, 1, full.lines.join());
      assert.match(full.lines.join(), /no space left.*The next run goes on/);
      equal(existsSync(join(copy.static, 'log/checkpoint')), false);
      disk.free();
      disk.grow({ megabytes: 8 });
      const next = await typed(world, directory, copy);
      equal(next.exit, 0, next.lines.join());
      assert.ok(existsSync(join(copy.static, 'log/checkpoint')));
    } finally {
      disk.unmount();
    }
  });
});
