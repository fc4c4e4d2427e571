import assert from 'node:assert/strict';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { scratchDirectory } from '../../testing/scratch.ts';
import type { CommandContext } from './command.ts';
import { UsageError } from './read-option.ts';
import { writeOutput } from './write-output.ts';

const context: CommandContext = {
  language: 'en',
  json: false,
  directory: '.',
  schemeDirectory: 'scheme',
  now: () => Temporal.Instant.from('2026-11-22T00:00:00Z'),
  print: () => undefined,
  printError: () => undefined,
};

const told = (words: RegExp) => (error: unknown) => error instanceof UsageError && words.test(error.message);

test('a checklist somebody may have filled in is never written over', async () => {
  const file = join(scratchDirectory(), 'checklist.xlsx');
  writeFileSync(file, 'filled in');
  const written = writeOutput(context, file, { bytes: 'empty', keep: true });
  await assert.rejects(written, told(/checklist\.xlsx cannot be written: there is one of that name already/));
  assert.equal(readFileSync(file, 'utf8'), 'filled in');
});

test('what can be made again is written over', async () => {
  const file = join(scratchDirectory(), 'label.svg');
  await writeOutput(context, file, { bytes: 'old', keep: false });
  await writeOutput(context, file, { bytes: 'new', keep: false });
  assert.equal(readFileSync(file, 'utf8'), 'new');
});

test('a place where nothing can be written is named with the reason, not reported as a bug', async () => {
  const folder = scratchDirectory();
  await assert.rejects(writeOutput(context, folder, { bytes: '', keep: false }), told(/it is a folder, not a file/));
  const absent = writeOutput(context, join(folder, 'nowhere', 'x'), { bytes: '', keep: false });
  await assert.rejects(absent, told(/there is no such file or folder/));
});
