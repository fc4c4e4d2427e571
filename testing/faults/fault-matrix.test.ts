import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { equal } from '../equal.ts';
import { KEY_WRITES } from './key-writes.ts';
import { LOG_KEY_WRITES } from './log-key-writes.ts';
import { LOG_WRITES } from './log-writes.ts';
import { REGISTER_WRITES } from './register-writes.ts';
import { walksOf } from './walks-of.ts';

const APP = join(import.meta.dirname, '../../src/app');

/** What people do to cases and parties: `bench/kill` walks through that. All other folders are the register's. */
const OTHER_FOLDERS = ['access', 'case', 'files', 'parties'];

/** How code looks that writes outside its process. */
const WRITING =
  /\btransact\(|files\.put\(|(issuerK|logK)eys\.create\(|mailer\.send\(|hooks\.post\(|\.addCheckpoint\(|memory\.keep\(|folder\.(stage|remove|writeState|writeLines)\(/;

/** Acts of a person on the outbox, which write nothing but their own event. */
const ELSEWHERE = ['mail/ask-to-send.ts'];

test('every file of the register that writes outside its process has its row in the table of faults', () => {
  const files = globSync('*/**/*.ts', { cwd: APP }).filter((file) => !file.endsWith('.test.ts'));
  const own = files.filter((file) => !OTHER_FOLDERS.includes(file.split('/')[0] ?? ''));
  const writing = own.filter((file) => WRITING.test(readFileSync(join(APP, file), 'utf8')));
  const rows = Object.values(REGISTER_WRITES).flatMap((row) => row.files);
  const known = new Set([...rows.filter((file) => !file.startsWith('case/')), ...ELSEWHERE]);
  equal(writing.sort(), [...known].sort());
});

walksOf({ ...LOG_WRITES, ...LOG_KEY_WRITES, ...KEY_WRITES });
