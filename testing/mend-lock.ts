/** `npm run mend-lock`, after each change of package-lock.json: completes it and shows that a clean `npm ci` accepts it. */
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { mendedLock, type Lock } from './house/missing-platforms.ts';
import { runProgram } from './house/run-program.ts';

const LOCK = 'package-lock.json';

const { lock, added } = mendedLock(JSON.parse(await readFile(LOCK, 'utf8')) as Lock);
await writeFile(LOCK, `${JSON.stringify(lock, null, 2)}\n`);
console.log(added.length === 0 ? 'no platform was missing' : `added:\n  ${added.join('\n  ')}`);

const clean = await mkdtemp(join(tmpdir(), 'shirushi-clean-'));
try {
  for (const file of ['package.json', LOCK, '.npmrc']) await copyFile(file, join(clean, file));
  console.log('npm ci in a clean folder …');
  process.exitCode = await runProgram('npm', ['ci', '--loglevel=error'], { cwd: clean });
} finally {
  await rm(clean, { recursive: true });
}
