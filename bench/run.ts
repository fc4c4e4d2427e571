/** `npm run bench -- NAME [options]`: one benchmark; without a name the list of them. See bench/README.md. */
import { parseArgs } from 'node:util';
import { BENCHMARKS } from './benchmarks.ts';
import { machineLine } from './measure/machine.ts';
import { reportLines } from './measure/report.ts';

function listing(): readonly string[] {
  const lines = Object.entries(BENCHMARKS).flatMap(([name, { about, options }]) => [
    `  ${name.padEnd(8)} ${about}`,
    ...Object.entries(options).map(([option, { default: value, about: what }]) =>
      `             --${option} ${value}`.padEnd(40).concat(what),
    ),
  ]);
  return ['npm run bench -- NAME [options] [--json]', '', ...lines];
}

/** The options of one benchmark as text, each with its default. */
function readOptions(
  options: (typeof BENCHMARKS)[string]['options'],
  args: readonly string[],
): { readonly json: boolean; readonly given: Readonly<Record<string, string>> } {
  const names = Object.keys(options);
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      ...Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
    },
  });
  const { json, ...texts } = values as { readonly json: boolean } & Readonly<Record<string, string | boolean>>;
  const given = Object.fromEntries(names.map((name) => [name, String(texts[name] ?? options[name]?.default ?? '')]));
  return { json, given };
}

async function main([name, ...args]: readonly string[]): Promise<number> {
  const benchmark = name === undefined ? undefined : BENCHMARKS[name];
  if (benchmark === undefined) {
    listing().forEach((line) => console.log(line));
    return name === undefined ? 0 : 64;
  }
  const { json, given } = readOptions(benchmark.options, args);
  const run = await benchmark.load();
  const report = await run(given, (line) => console.error(line));
  const machine = machineLine();
  if (json) console.log(JSON.stringify({ ...report, machine }));
  else [...reportLines(report), machine].forEach((line) => console.log(line));
  return report.faults.length === 0 ? 0 : 1;
}

process.exitCode = await main(process.argv.slice(2));
