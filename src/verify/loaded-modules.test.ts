import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';

const SOURCE = new URL('../', import.meta.url);

/** Imports the verifier in a process of its own and prints every module that brings along. */
const SCRIPT = `
  import { registerHooks } from 'node:module';
  const seen = [];
  registerHooks({ resolve: (given, context, next) => { const found = next(given, context); seen.push(found.url); return found; } });
  await import(process.argv[1]);
  process.stdout.write(JSON.stringify(seen));`;

test('the verifier loads nothing but itself, the core and formats', () => {
  const args = ['--input-type=module', '-e', SCRIPT, new URL('verify/index.ts', SOURCE).href];
  const loaded = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' })) as readonly string[];
  assert.ok(loaded.length > 15, `only ${loaded.length} modules were seen`);
  const outside = loaded.filter((url) => !/^(verify|core|formats)\//.test(url.replace(SOURCE.href, '')));
  assert.equal(outside.join(), '');
});
