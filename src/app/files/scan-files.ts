import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import type { Sha256 } from '../../core/kernel/ids.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { listFileScans, saveFileScans, type FileScanRow } from '../../db/file-scans.ts';
import { transact } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';

type Scanning = Pick<Deps, 'db' | 'files' | 'scanner' | 'clock'>;

/** What became of files that were to be scanned; those already scanned count nowhere. */
export type ScanSummary = {
  readonly clean: number;
  readonly infected: readonly FileScanRow[];
  readonly unscannable: number;
  /** Why the scanner looked into no more of them; they go on waiting. */
  readonly unavailable: string | undefined;
};

/** Scans made ahead of being recorded; `unavailable` as in the summary. */
type MadeScans = { readonly scans: readonly FileScanRow[]; readonly unavailable: string | undefined };

/**
 * Looks into those of these files that wait for their scan, one after another, and records nothing. It stops as soon as
 * the scanner is away; a file lost from the store goes on waiting.
 */
export async function scanAhead(deps: Scanning, hashes: readonly Sha256[]): Promise<MadeScans> {
  const { db, files, scanner, clock } = deps;
  const scans: FileScanRow[] = [];
  if (scanner === undefined) return { scans, unavailable: undefined };
  const known = new Set((await listFileScans(db.kysely, hashes)).map(({ sha256 }) => sha256));
  for (const sha256 of new Set(hashes)) {
    const content = known.has(sha256) ? undefined : await files.open(sha256);
    if (content === undefined) continue;
    const scan = await scanner.scan(content);
    if (!scan.ok) return { scans, unavailable: scan.error.cause };
    const { outcome, engine, signatures } = scan.value;
    const finding = scan.value.outcome === 'clean' ? null : scan.value.finding;
    scans.push({ sha256, outcome, finding, engine, signatures, scanned_at: clock.now() });
  }
  return { scans, unavailable: undefined };
}

/** Scans those of these recorded files that wait for it, and records what was found; nothing without a scanner. */
export async function scanFiles(
  deps: Scanning,
  actor: Actor,
  hashes: readonly Sha256[],
): Promise<Result<ScanSummary, AccessRefusal>> {
  const allowed = authorize(actor, 'file.scan', {});
  if (!allowed.ok) return allowed;
  const { scans, unavailable } = await scanAhead(deps, hashes);
  if (scans.length > 0) {
    await transact(deps.db, async (tx) => {
      await saveFileScans(tx, scans);
      return ok(true);
    });
  }
  return ok({
    clean: scans.filter(({ outcome }) => outcome === 'clean').length,
    infected: scans.filter(({ outcome }) => outcome === 'infected'),
    unscannable: scans.filter(({ outcome }) => outcome === 'unscannable').length,
    unavailable,
  });
}
