import { formatNumber } from '../../src/core/scheme/number-format.ts';
import type { NumberKind } from '../../src/core/scheme/scheme.ts';
import { japaneseScheme } from '../../testing/schemes.ts';
import type { FoundState } from './found-state.ts';

const YEAR = 2026;
const STARS = 1;

/** The numbers of one kind must be the first ones of their sequence, each once: no hole, no double. */
function faultsOf(kind: NumberKind, last: number, found: readonly string[]): readonly string[] {
  const format = japaneseScheme.numbers[kind];
  const expected = Array.from({ length: last }, (_none, place) =>
    String(formatNumber(format, { stars: STARS, year: YEAR, sequence: place + 1 })),
  );
  const carried = new Set(found);
  return [
    ...(carried.size === found.length ? [] : [`an ${kind} number was given twice`]),
    ...expected.filter((number) => !carried.has(number)).map((number) => `${kind} number ${number} is missing`),
    ...(carried.size <= last ? [] : [`${String(carried.size - last)} ${kind} numbers are beyond the counter`]),
  ];
}

/** Every number that is missing, doubled, or unknown to its counter. */
export function numberFaults({ cases, labels, counters }: FoundState): readonly string[] {
  const last = (kind: NumberKind): number => counters.find((counter) => counter.kind === kind)?.last ?? 0;
  const application = cases.map((found) => found.application_number);
  const acceptance = cases.flatMap((found) => found.acceptance_number ?? []);
  const registration = labels.map((label) => label.number);
  return [
    ...faultsOf('application', last('application'), application),
    ...faultsOf('acceptance', last('acceptance'), acceptance),
    ...faultsOf('registration', last('registration'), registration),
  ];
}
