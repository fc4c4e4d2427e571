/** `npm test [-- folder, file or pattern …]`: runs the tests and says what it could not run. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findEquipment, unmetDemands, type Equipment } from './house/equipment.ts';
import { MINIMUM } from './house/minimum.ts';
import { runProgram } from './house/run-program.ts';
import { tallyOf, type Tally } from './house/tally.ts';
import { findTestFiles } from './house/test-files.ts';

const CONCURRENCY = process.env['SHIRUSHI_TEST_CONCURRENCY'] ?? '4';
const TIME_LIMIT_MS = 600_000;

/** Where the tests' processes keep what they compiled, so that each need not do it again. */
const COMPILED = join(import.meta.dirname, '../node_modules/.cache/compiled-for-tests');

async function runTests(files: readonly string[], equipment: readonly Equipment[]): Promise<readonly [number, Tally]> {
  const folder = await mkdtemp(join(tmpdir(), 'shirushi-tests-'));
  const report = join(folder, 'report.tap');
  const variables = Object.fromEntries(equipment.map(({ variable, path }) => [variable, path]));
  const reporters = ['spec', 'stdout', 'tap', report].map(
    (value, place) => `--test-reporter${place % 2 === 0 ? '' : '-destination'}=${value}`,
  );
  const limits = [`--test-concurrency=${CONCURRENCY}`, `--test-timeout=${TIME_LIMIT_MS}`];
  try {
    const code = await runProgram(process.execPath, ['--test', ...limits, ...reporters, ...files], {
      env: { NODE_COMPILE_CACHE: COMPILED, ...process.env, ...variables, NODE_TEST_CONTEXT: undefined },
    });
    return [code, tallyOf(await readFile(report, 'utf8').catch(() => ''), files)];
  } finally {
    await rm(folder, { recursive: true });
  }
}

function shortcomings(tally: Tally, least: number): readonly string[] {
  const few = tally.tests < least ? [`${tally.tests} tests ran, at least ${least} must`] : [];
  return [...few, ...tally.hollow.map((file) => `${file} holds no test`)];
}

function refuse(reasons: readonly string[]): void {
  for (const reason of reasons) console.error(`refused: ${reason}`);
  if (reasons.length > 0) process.exitCode = 1;
}

async function main(places: readonly string[]): Promise<void> {
  const minimum = places.length === 0 ? MINIMUM : { files: 1, tests: 1 };
  const files = findTestFiles(places);
  const equipment = findEquipment(process.env);
  const few =
    files.length < minimum.files ? [`${files.length} test files, at least ${minimum.files} must be found`] : [];
  const unmet = [...few, ...unmetDemands(process.env['REQUIRE'] ?? '', equipment)];
  refuse(unmet);
  if (unmet.length > 0) return;

  const [code, tally] = await runTests(files, equipment);
  process.exitCode = code;
  for (const { name, leftOut } of equipment.filter(({ path }) => path === '')) {
    console.log(`\n!!! LEFT OUT, no ${name}: ${leftOut}`);
  }
  console.log(`\n${files.length} files; a run needs at least ${minimum.files} files and ${minimum.tests} tests`);
  console.log(tally.lines.join('\n'));
  refuse(shortcomings(tally, minimum.tests));
}

await main(process.argv.slice(2));
