import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { equal } from './equal.ts';
import { findPrograms } from './postgres-programs.ts';
import { scratchDirectory } from './scratch.ts';

test('PostgreSQL’s programs are those named, none where the name is empty, and never others than those named', () => {
  const folder = join(scratchDirectory(), 'bin');
  mkdirSync(folder);
  assert.throws(() => findPrograms(folder), /no initdb in .*bin/);
  writeFileSync(join(folder, 'initdb'), '');
  equal(findPrograms(folder), folder);
  equal(findPrograms(''), undefined);
});
