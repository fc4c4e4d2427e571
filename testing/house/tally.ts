/** What a TAP report says happened. */
export type Tally = {
  readonly tests: number;
  /** The runner's own closing lines, `# tests 12` and so on. */
  readonly lines: readonly string[];
  /** Files that ran without a single test in them; the runner counts each as one passed test. */
  readonly hollow: readonly string[];
};

/** Reads the end of a TAP report; a report that was cut off tells of no tests. */
export function tallyOf(tap: string, files: readonly string[]): Tally {
  const lines = tap.match(/^# (tests|suites|pass|fail|cancelled|skipped|todo|duration_ms) [\d.]+$/gm) ?? [];
  const last = lines.slice(-8);
  const outermost = new Set([...tap.matchAll(/^# Subtest: (.+)$/gm)].map(([, name]) => name));
  const counted = last.find((line) => line.startsWith('# tests '));
  return {
    tests: Number(counted?.slice('# tests '.length) ?? 0),
    lines: last,
    hollow: files.filter((file) => outermost.has(file)),
  };
}
