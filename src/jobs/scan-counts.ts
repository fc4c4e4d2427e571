import type { AccessRefusal } from '../core/access/authorize.ts';
import type { Result } from '../core/kernel/result.ts';
import type { ScanSummary } from '../app/files/scan-files.ts';
import type { JobCounts, JobLog } from './job.ts';

/** What a run that scanned files found, as counts; malware is an error in the log, a scanner that is away fails the run. */
export function scanCounts(log: JobLog, summary: Result<ScanSummary, AccessRefusal>): JobCounts {
  if (!summary.ok) throw new Error(`the scan was refused: ${summary.error.code}`);
  const { clean, infected, unscannable, unavailable } = summary.value;
  for (const { sha256, finding, engine, signatures } of infected) {
    log.error({ sha256, finding, engine, signatures }, 'malware was found in a stored file');
  }
  if (unavailable !== undefined) throw new Error(`the malware scanner is away: ${unavailable}`);
  return { clean, infected: infected.length, unscannable };
}
