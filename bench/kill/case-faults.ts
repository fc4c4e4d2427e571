import type { FoundCase } from './found-state.ts';

/** What a case must hold after each act, besides what the acts before gave it. The first three are one import. */
const LIFE: readonly (readonly [act: string, gives: Partial<FoundCase>])[] = [
  ['case.open', { state: 'draft' }],
  ['case.edit', {}],
  ['case.submit', { state: 'submitted', submissions: 1, jobs: 1 }],
  ['case.accept', { state: 'accepted', format_checks: 1, fees: 1 }],
  ['case.record-payment', { state: 'awaiting_decision', payments: 1 }],
  ['case.propose-decision', { proposals: 1 }],
  ['case.confirm-decision', { confirmations: 1 }],
];

/** An import is one act: a case with fewer events is half of one. */
const IMPORTED = 3;

function expectedOf(found: FoundCase): Partial<FoundCase> {
  const done = LIFE.slice(0, found.acts.length).reduce<Partial<FoundCase>>(
    (had, [, gives]) => ({ ...had, ...gives }),
    {},
  );
  const decided =
    found.acts.length < LIFE.length
      ? { labels: 0 }
      : found.outcome === 'grant'
        ? { state: 'granted', labels: 1 }
        : { state: 'refused', labels: 0 };
  const before = { submissions: 0, format_checks: 0, fees: 0, payments: 0, proposals: 0, confirmations: 0 };
  return { ...before, ...done, ...decided, version: found.acts.length, receipt_lines: found.attached };
}

/** Whether a case holds exactly what its events say: one event an act, no act half done. */
function faultsOf(found: FoundCase): readonly string[] {
  const life = LIFE.slice(0, found.acts.length).map(([act]) => act);
  if (found.acts.length < IMPORTED) return [`case ${found.id} is half imported: ${found.acts.join(' ')}`];
  if (found.acts.join() !== life.join()) return [`case ${found.id} has these events: ${found.acts.join(' ')}`];
  const numbered = (found.acceptance_number !== null) === found.acts.includes('case.accept');
  const expected = Object.entries(expectedOf(found));
  const wrong = expected.filter(([what, value]) => found[what as keyof FoundCase] !== value);
  return [
    ...wrong.map(
      ([what, value]) =>
        `case ${found.id} after ${String(found.acts.at(-1))}: ${what} is ${String(found[what as keyof FoundCase])}, not ${String(value)}`,
    ),
    ...(numbered ? [] : [`case ${found.id} and its acceptance number disagree`]),
    ...(found.attached > 0 ? [] : [`case ${found.id} was submitted without evidence`]),
  ];
}

/** Every case whose rows and events disagree. */
export const caseFaults = (cases: readonly FoundCase[]): readonly string[] => cases.flatMap(faultsOf);
