import type { Actor } from '../../core/access/actor.ts';
import type { AccessRefusal } from '../../core/access/authorize.ts';
import type { Sha256 } from '../../core/kernel/ids.ts';
import type { Result } from '../../core/kernel/result.ts';
import { findEvent } from '../../db/event-history.ts';
import type { Deps } from '../ports.ts';
import { scanFiles, type ScanSummary } from './scan-files.ts';

/** Scans the files that an act attached, as far as they wait for it; `event` is the id of the act's event. */
export async function scanAttachedFiles(
  deps: Deps,
  actor: Actor,
  event: number,
): Promise<Result<ScanSummary, AccessRefusal>> {
  const found = await findEvent(deps.db.kysely, event);
  const attached = (found?.detail['attached'] ?? []) as readonly { readonly sha256: Sha256 }[];
  return scanFiles(
    deps,
    actor,
    attached.map(({ sha256 }) => sha256),
  );
}
