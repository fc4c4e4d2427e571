import type { Actor } from '../../core/access/actor.ts';
import type { AccessRefusal } from '../../core/access/authorize.ts';
import type { Sha256 } from '../../core/kernel/ids.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { listWaitingFiles } from '../../db/file-scans.ts';
import type { Deps } from '../ports.ts';
import { scanFiles, type ScanSummary } from './scan-files.ts';

/** Few, so that a run that is cut short loses little. */
const PAGE = 20;

/**
 * Scans every file that waits for it: those that were stored before there was a scanner, and those whose own scan came to
 * nothing. It ends early when asked to, and when the scanner is away.
 */
export async function scanWaitingFiles(
  deps: Deps,
  actor: Actor,
  signal: AbortSignal,
): Promise<Result<ScanSummary, AccessRefusal>> {
  let sum: ScanSummary = { clean: 0, infected: [], unscannable: 0, unavailable: undefined };
  if (deps.scanner === undefined) return ok(sum);
  for (let after: Sha256 | undefined; !signal.aborted;) {
    const page = await listWaitingFiles(deps.db.kysely, { after, limit: PAGE });
    const scanned = await scanFiles(deps, actor, page);
    if (!scanned.ok) return scanned;
    const { clean, infected, unscannable, unavailable } = scanned.value;
    sum = {
      clean: sum.clean + clean,
      infected: [...sum.infected, ...infected],
      unscannable: sum.unscannable + unscannable,
      unavailable,
    };
    after = page.at(-1);
    if (unavailable !== undefined || page.length < PAGE) break;
  }
  return ok(sum);
}
