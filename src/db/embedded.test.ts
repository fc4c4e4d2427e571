import { chmodSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { equal } from '../../testing/equal.ts';
import { scratchDirectory } from '../../testing/scratch.ts';
import { connectEmbedded } from './connect.ts';

const permissions = (path: string): string => (statSync(path).mode & 0o777).toString(8);

test('nobody else on the machine may reach the embedded database, in a data directory open to all, new or made before', async () => {
  const directory = join(scratchDirectory(), 'data');
  mkdirSync(directory);
  chmodSync(directory, 0o755);
  const database = join(directory, 'database');
  for (const before of ['new', 'made before']) {
    if (before === 'made before') chmodSync(database, 0o755);
    const opened = await connectEmbedded(directory);
    if (!opened.ok) throw new Error(opened.error.code);
    equal(permissions(database), '700', before);
    await opened.value.close();
  }
});
