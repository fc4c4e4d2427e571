import type { Application, DeterminationRow } from './application.ts';

/** A file taken off some rows of the determination, with the one that comes in its place, if any. */
type Exchange = {
  /** The name of the file. */
  readonly name: string;
  /** The name of the file in its place; none when it is only taken off. */
  readonly by: string | undefined;
  /** Whether what was determined about a criterion may be changed. */
  readonly isOpen: (criterion: string) => boolean;
};

function rowWith(row: DeterminationRow, { name, by, isOpen }: Exchange): DeterminationRow {
  const { evidence } = row;
  if (evidence?.includes(name) !== true || !isOpen(row.criterion ?? '')) return row;
  const names = evidence.flatMap((one) => (one === name ? (by ?? []) : one));
  return { ...row, evidence: [...new Set(names)] };
}

/** The application in which a file is no longer evidence for the criteria that are open, or another is in its place. */
export function withExchangedEvidence(application: Application, exchange: Exchange): Application {
  return { ...application, determinations: application.determinations.map((row) => rowWith(row, exchange)) };
}
