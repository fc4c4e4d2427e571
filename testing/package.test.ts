import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { before, describe, test } from 'node:test';
import { equal } from './equal.ts';
import { logOf } from './log-in-memory.ts';
import { scratchDirectory } from './scratch.ts';

const ROOT = join(import.meta.dirname, '..');

/** Somebody else's program: it uses only what the package offers. */
const PROGRAM = `
  import { registerHooks } from 'node:module';
  import { hash } from 'node:crypto';
  import { readFileSync } from 'node:fs';
  const seen = [];
  registerHooks({ resolve: (given, context, next) => { const found = next(given, context); seen.push(found.url); return found; } });
  const { verifyProof, isProven, webCryptoEd25519 } = await import('shirushi/verify');
  const tools = { sha256: (bytes) => hash('sha256', bytes, 'buffer'), verifyEd25519: webCryptoEd25519 };
  const [proof, key] = ['proof', 'key'].map((name) => readFileSync(name, 'utf8'));
  const answers = [];
  for (const text of [proof, proof.replace('index 1', 'index 0')]) {
    answers.push(isProven((await verifyProof(text, { key }, tools)).steps));
  }
  console.log(JSON.stringify({ answers, seen }));`;

/** Puts the package and all it needs beside each other, as an installation does. */
function installIn(folder: string): void {
  const stdio = ['ignore', 'ignore', 'inherit'] as const;
  execFileSync(process.execPath, ['testing/build-package.ts', folder], { cwd: ROOT, stdio: [...stdio] });
  const [tarball = ''] = readdirSync(folder).filter((name) => name.endsWith('.tgz'));
  execFileSync('tar', ['-xzf', tarball], { cwd: folder });
  mkdirSync(join(folder, 'node_modules'));
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    if (!name.startsWith('.')) symlinkSync(join(ROOT, 'node_modules', name), join(folder, 'node_modules', name));
  }
  renameSync(join(folder, 'package'), join(folder, 'node_modules/shirushi'));
}

describe('the package, installed elsewhere', () => {
  const folder = scratchDirectory();
  before(() => installIn(folder));

  test('offers the verifier, which loads nothing but itself, the core and formats', () => {
    const log = logOf(['{"kind":"one"}', '{"kind":"two"}']);
    writeFileSync(join(folder, 'proof'), log.proof(1));
    writeFileSync(join(folder, 'key'), log.key);
    writeFileSync(join(folder, 'program.mjs'), PROGRAM);
    const said = execFileSync(process.execPath, ['program.mjs'], { cwd: folder, encoding: 'utf8' });
    const { answers, seen } = JSON.parse(said) as {
      readonly answers: readonly boolean[];
      readonly seen: readonly string[];
    };
    equal(answers, [true, false]);
    assert.ok(seen.length > 15);
    equal(
      seen.filter((url) => !/\/shirushi\/build\/src\/(verify|core|formats)\/[^.]+\.js$/.test(url)),
      [],
    );
  });

  test('runs its command with the scheme it brings along, without sources and without tests', () => {
    const run = (...args: readonly string[]) =>
      spawnSync(process.execPath, ['node_modules/shirushi/bin/shirushi.js', ...args], {
        cwd: folder,
        encoding: 'utf8',
      });
    const scheme = run('scheme', 'check');
    equal([scheme.status, scheme.stderr], [0, '']);
    equal(run('verify', 'proof', '--key', 'key').status, 0);
    const files = readdirSync(join(folder, 'node_modules/shirushi'), { recursive: true, encoding: 'utf8' });
    const unwanted = files.filter((file) => /\.test\.|(?<!\.d)\.ts$/.test(basename(file)));
    equal(unwanted, []);
  });
});
