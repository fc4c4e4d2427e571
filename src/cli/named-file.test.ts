import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { equal } from '../../testing/equal.ts';
import { scratchDirectory } from '../../testing/scratch.ts';
import { mountTinyDisk } from '../../testing/tiny-disk.ts';
import { COMMANDS } from './commands.ts';
import type { ActContext } from './command.ts';
import { evidenceFolder } from './evidence-folder.ts';
import { readNamedFile, writeNamedFile } from './named-file.ts';
import { UsageError } from './read-option.ts';

const CONTEXT = { language: 'en' } as ActContext;
const PLAIN = { positionals: [], values: {} };

describe('a file that somebody names', () => {
  test('is read when it is a file of the size allowed', async () => {
    const file = join(scratchDirectory(), 'file');
    writeFileSync(file, '12345');
    equal(Buffer.from((await readNamedFile(CONTEXT, file, 5)) as Uint8Array).toString(), '12345');
    equal(await readNamedFile(CONTEXT, file, 4), { tooLarge: 5 });
  });

  test('is refused at once when it is a pipe, a device, a folder, or not there', { timeout: 30_000 }, async () => {
    const folder = scratchDirectory();
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    for (const [file, reason] of [
      [join(folder, 'pipe'), /is no file/],
      ['/dev/zero', /is no file/],
      [folder, /is no file/],
      [join(folder, 'nowhere'), /there is no such file or folder/],
      ['nul\u0000', /null bytes/],
    ] as const) {
      await assert.rejects(readNamedFile(CONTEXT, file, 1000), (error) => {
        assert.ok(error instanceof UsageError);
        assert.match(error.message, reason);
        return true;
      });
    }
  });

  test('is a usage error, and no bug, when it cannot be written', async () => {
    const file = join(scratchDirectory(), 'no', 'such', 'folder');
    await assert.rejects(writeNamedFile(CONTEXT, PLAIN, file, Buffer.from('')), UsageError);
  });

  test('is written when it is new, left alone when it is there, and written over when that is asked for', async () => {
    const file = join(scratchDirectory(), 'checklist.xlsx');
    await writeNamedFile(CONTEXT, PLAIN, file, Buffer.from('blank'));
    writeFileSync(file, 'filled in by hand');
    for (const [context, words] of [
      [CONTEXT, /is there already and was left as it is.*--out.*--force/],
      [{ ...CONTEXT, language: 'ja' } as ActContext, /既にあるので.*--out.*--force/],
    ] as const) {
      await assert.rejects(writeNamedFile(context, PLAIN, file, Buffer.from('blank')), (error) => {
        assert.ok(error instanceof UsageError && error.message.includes(file));
        assert.match(error.message, words);
        return true;
      });
    }
    equal(readFileSync(file, 'utf8'), 'filled in by hand');
    await writeNamedFile(CONTEXT, { ...PLAIN, values: { force: true } }, file, Buffer.from('new'));
    equal(readFileSync(file, 'utf8'), 'new');
  });

  test('is not left half written when the disk is full', async (t) => {
    const disk = mountTinyDisk({ megabytes: 1 });
    if (disk === undefined) {
      t.skip('MOUNTING A TINY DISK IS NOT ALLOWED HERE: the full disk was not tried');
      return;
    }
    t.after(disk.unmount);
    const file = join(disk.directory, 'label.png');
    await assert.rejects(writeNamedFile(CONTEXT, PLAIN, file, Buffer.alloc(3_000_000, 1)), /there is no space left/);
    equal(existsSync(file), false);
  });

  test('is offered to be written over by every command that writes one', async () => {
    const loaded = await Promise.all(COMMANDS.map(async ({ name, load }) => ({ name, ...(await load()) })));
    const writers = loaded.filter(({ options }) => 'out' in options);
    equal(
      writers.map(({ name }) => name),
      ['template', 'label artwork'],
    );
    for (const { options, name } of writers) assert.ok('force' in options, name);
  });
});

describe('an evidence folder', () => {
  const [composed, decomposed] = ['が.pdf'.normalize('NFC'), 'が.pdf'.normalize('NFD')];

  test('finds a file by its name in either form, and the very one where both lie there', async () => {
    const [one, both] = [scratchDirectory(), scratchDirectory()];
    for (const name of [composed, decomposed]) writeFileSync(join(both, name), '');
    writeFileSync(join(one, decomposed), '');
    const [inOne, inBoth] = [await evidenceFolder(CONTEXT, one), await evidenceFolder(CONTEXT, both)];
    equal(inOne(composed), join(one, decomposed));
    equal([inBoth(composed), inBoth(decomposed)], [join(both, composed), join(both, decomposed)]);
  });

  test('gives no folder, link or pipe, and nothing outside itself', async () => {
    const folder = join(scratchDirectory(), 'evidence');
    mkdirSync(join(folder, 'folder'), { recursive: true });
    writeFileSync(join(folder, '..', 'outside'), '');
    symlinkSync('../outside', join(folder, 'link'));
    execFileSync('mkfifo', [join(folder, 'pipe')]);
    const find = await evidenceFolder(CONTEXT, folder);
    equal(
      ['folder', 'link', 'pipe', '../outside', '..', '__proto__'].map(find),
      Array.from({ length: 6 }, () => undefined),
    );
  });
});
