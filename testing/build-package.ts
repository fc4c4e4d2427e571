/**
 * `npm run package -- FOLDER`: puts the package others install into a folder: plain JavaScript, with the files it reads
 * beside it in the folders they have here.
 */
import { globSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runProgram } from './house/run-program.ts';

/** What the program reads at run time and the compiler does not carry over. */
const READ = ['migrations/*.sql', 'scheme/**/*.yaml', 'src/**/*.css', 'src/**/*.typ', 'src/web/assets/*.js'];

const AS_THEY_ARE = ['bin', 'package.json', 'README.md', 'CHANGELOG.md', 'LICENSE'];

async function packInto(destination: string, stage: string): Promise<number> {
  const options = ['-p', 'tsconfig.package.json', '--outDir', join(stage, 'build')];
  const code = await runProgram(process.execPath, ['node_modules/typescript/bin/tsc', ...options]);
  if (code !== 0) return code;
  for (const file of globSync(READ)) await cp(file, join(stage, 'build', file));
  for (const name of AS_THEY_ARE) await cp(name, join(stage, name), { recursive: true });
  return runProgram('npm', ['pack', stage, '--silent', '--pack-destination', destination]);
}

const stage = await mkdtemp(join(tmpdir(), 'shirushi-package-'));
try {
  process.exitCode = await packInto(process.argv[2] ?? '.', stage);
} finally {
  await rm(stage, { recursive: true });
}
