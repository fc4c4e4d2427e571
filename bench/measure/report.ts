/** Ours against a peer of the same run: medians in milliseconds, and the most their ratio may be. */
export type Comparison = {
  readonly what: string;
  readonly ours: number;
  readonly peer: number;
  readonly peerName: string;
  /** Undefined where the ratio is only told. */
  readonly target?: number;
};

/** What a benchmark found. A fault is something that must not be; a missed target is one too. */
export type Report = {
  readonly benchmark: string;
  readonly comparisons: readonly Comparison[];
  readonly counts: Readonly<Record<string, number | string>>;
  readonly faults: readonly string[];
};

/** The ratio of ours to the peer. */
const ratioOf = ({ ours, peer }: Comparison): number => ours / peer;

/** A report whose missed targets are among its faults. */
export function judged(report: Report): Report {
  const missed = report.comparisons
    .filter((comparison) => comparison.target !== undefined && ratioOf(comparison) > comparison.target)
    .map((comparison) => `${comparison.what}: ${ratioOf(comparison).toFixed(2)} is over ${String(comparison.target)}`);
  return { ...report, faults: [...report.faults, ...missed] };
}

function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_cell, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows.map((row) =>
    row
      .map((cell, column) =>
        /^[\d.–]/.test(cell) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  );
}

/** A report as lines for a terminal. */
export function reportLines(report: Report): readonly string[] {
  const rows = report.comparisons.map((comparison) => [
    comparison.what,
    comparison.ours.toFixed(2),
    comparison.peer.toFixed(2),
    ratioOf(comparison).toFixed(2),
    comparison.target === undefined ? '–' : `≤ ${String(comparison.target)}`,
    comparison.peerName,
  ]);
  const counts = Object.entries(report.counts).map(([name, value]) => [name, String(value)]);
  return [
    ...(rows.length > 0 ? [...table([['', 'ours ms', 'peer ms', 'ratio', 'target', 'peer'], ...rows]), ''] : []),
    ...table(counts),
    '',
    ...report.faults.map((fault) => `FAULT ${fault}`),
    report.faults.length === 0 ? 'no faults' : `${String(report.faults.length)} faults`,
  ];
}

/** Runs a benchmark with its options as text; `say` tells how far it is. */
export type Run = (options: Readonly<Record<string, string>>, say: (line: string) => void) => Promise<Report>;
