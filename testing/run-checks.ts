/** `npm run check [-- --no-tests]`: everything that must hold before a change lands, each step with its time. */
import { GENERATORS, staleFiles } from './house/generators.ts';
import { runProgram } from './house/run-program.ts';

type Step = { readonly name: string; readonly passes: () => Promise<boolean> };
type Outcome = { readonly step: string; readonly seconds: string; readonly ok: string };

const node = (name: string, ...args: readonly string[]): Step => ({
  name,
  passes: async () => (await runProgram(process.execPath, args)) === 0,
});
const tool = (name: string, program: string, ...args: readonly string[]): Step =>
  node(name, `node_modules/.bin/${program}`, ...args);

const MODULES = '{src,testing,journeys,bench}/**/*.{ts,js}';

const STEPS: readonly Step[] = [
  tool('format', 'prettier', '--check', '--log-level=warn', '.'),
  tool('lint', 'eslint', '--max-warnings=0', '.'),
  tool('types', 'tsc', '--noEmit'),
  tool('types of scripts', 'tsc', '--noEmit', '--project', 'src/web/assets'),
  tool('boundaries', 'depcruise', '--config', '.dependency-cruiser.cjs', MODULES),
  tool('dead code', 'knip'),
  {
    name: 'generated files',
    passes: async () => {
      const stale = await staleFiles(GENERATORS);
      for (const file of stale) console.error(`${file} is not what its generator writes: npm run generate`);
      return stale.length === 0;
    },
  },
];

async function outcomeOf({ name, passes }: Step): Promise<Outcome> {
  console.log(`\n== ${name}`);
  const start = performance.now();
  const ok = await passes();
  return { step: name, seconds: ((performance.now() - start) / 1000).toFixed(1), ok: ok ? 'ok' : 'FAILED' };
}

const withTests = !process.argv.includes('--no-tests');
const outcomes: Outcome[] = [];
for (const step of withTests ? [...STEPS, node('tests', 'testing/run-tests.ts')] : STEPS) {
  outcomes.push(await outcomeOf(step));
}
console.log();
for (const { step, seconds, ok } of outcomes) console.log(`${step.padEnd(16)}${seconds.padStart(7)} s  ${ok}`);
process.exitCode = outcomes.every(({ ok }) => ok === 'ok') ? 0 : 1;
