import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { withPlantedTree, type Files } from './boundaries/planted-tree.ts';

const RUNNER = join(import.meta.dirname, 'run-tests.ts');
const PASSING = "import { test } from 'node:test';\ntest('passes', () => {});\n";
const FAILING = "import { test } from 'node:test';\ntest('fails', () => { throw new Error('on purpose'); });\n";
const ENVIRONMENT =
  "import { test } from 'node:test';\ntest('looks', () => { console.log(`chromium=[${process.env.SHIRUSHI_TEST_CHROMIUM}]`); });\n";

type Run = { readonly status: number | null; readonly output: string };

/** Runs the runner in a tree of its own, as somebody would who has just these tests. */
function runIn(files: Files, places: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Run> {
  return withPlantedTree(files, (root) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [RUNNER, ...places], {
      cwd: root,
      encoding: 'utf8',
      env: { PATH: dirname(process.execPath), ...env },
    });
    return Promise.resolve({ status, output: stdout + stderr });
  });
}

describe('npm test', () => {
  test('passes what passes and ends with the tally of the runner', async () => {
    const { status, output } = await runIn({ 'src/a.test.ts': PASSING }, ['src']);
    assert.match(
      output,
      /# tests 1\n# suites 0\n# pass 1\n# fail 0\n# cancelled 0\n# skipped 0\n# todo 0\n# duration_ms [\d.]+\n$/,
    );
    assert.equal(status, 0);
  });

  test('fails when a test fails', async () => {
    const { status, output } = await runIn({ 'src/a.test.ts': PASSING, 'src/b.test.ts': FAILING }, ['src']);
    assert.match(output, /# tests 2\n.*\n# pass 1\n# fail 1\n/);
    assert.notEqual(status, 0);
  });

  test('runs one file of several when asked for it', async () => {
    const { status } = await runIn({ 'src/a.test.ts': PASSING, 'src/b.test.ts': FAILING }, ['src/a.test.ts']);
    assert.equal(status, 0);
  });

  test('refuses a place without tests', async () => {
    const { status, output } = await runIn({ 'src/a.test.ts': PASSING }, ['journeys']);
    assert.match(output, /refused: 0 test files/);
    assert.equal(status, 1);
  });

  test('refuses a file that holds no test, which the runner alone would count as passed', async () => {
    const { status, output } = await runIn({ 'src/a.test.ts': 'console.log(1);\n', 'src/b.test.ts': PASSING }, ['src']);
    assert.match(output, /refused: src\/a\.test\.ts holds no test/);
    assert.equal(status, 1);
  });

  test('refuses a full run that finds fewer files than the stated minimum', async () => {
    const { status, output } = await runIn({ 'src/a.test.ts': PASSING }, []);
    assert.match(output, /refused: 1 test files, at least \d+ must be found/);
    assert.equal(status, 1);
  });

  test('tells the tests where the browser is, and says at the end what was left out without one', async () => {
    const tests = { 'src/a.test.ts': ENVIRONMENT };
    const found = await runIn(tests, ['src'], { SHIRUSHI_TEST_CHROMIUM: '/somewhere/chromium' });
    assert.match(found.output, /chromium=\[\/somewhere\/chromium\]/);
    assert.doesNotMatch(found.output, /LEFT OUT, no chromium/);
    const absent = await runIn(tests, ['src'], { SHIRUSHI_TEST_CHROMIUM: '' });
    assert.match(absent.output, /chromium=\[\][^]*LEFT OUT, no chromium: every test in a browser/);
    assert.equal(absent.status, 0);
  });

  test('refuses to begin without what REQUIRE names', async () => {
    const tests = { 'src/a.test.ts': PASSING };
    const absent = await runIn(tests, ['src'], { SHIRUSHI_TEST_CHROMIUM: '', REQUIRE: 'chromium' });
    assert.match(absent.output, /refused: REQUIRE names chromium, which is not installed/);
    assert.equal(absent.status, 1);
    const unknown = await runIn(tests, ['src'], { REQUIRE: 'chrome' });
    assert.match(unknown.output, /refused: REQUIRE names chrome, which is none of postgres, chromium, clamd, go/);
    assert.equal(unknown.status, 1);
  });
});
