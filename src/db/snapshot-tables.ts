import type { Sha256 } from '../core/kernel/ids.ts';

/** The register at the end of a day, as a file of the store. */
export type SnapshotsTable = {
  day: Temporal.PlainDate;
  sha256: Sha256;
  labels: number;
  taken_at: Temporal.Instant;
  /** None for days before there were lists. */
  list_sha256: Sha256 | null;
  list_size: number | null;
};
