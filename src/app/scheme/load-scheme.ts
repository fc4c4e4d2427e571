import type { Database } from '../../db/database.ts';
import { appendEvent } from '../../db/events.ts';
import { insertSchemeVersion } from '../../db/scheme-versions.ts';
import { transact } from '../../db/transact.ts';
import { ok } from '../../core/kernel/result.ts';
import type { Scheme } from '../../core/scheme/scheme.ts';
import { toStoredScheme } from '../../formats/scheme-files/stored-scheme.ts';
import type { Clock } from '../ports.ts';
import { sha256Of } from '../sha256.ts';
import type { SchemeVersion } from './scheme-version.ts';

/**
 * Puts scheme data into force for new cases. Changed data makes a new version; cases already submitted stay under the
 * version they were filed under. Loading the same data again changes nothing. No person does this: the program does, at
 * its start, with the files its operator has put there.
 */
export async function loadScheme(db: Database, clock: Clock, scheme: Scheme): Promise<SchemeVersion> {
  const content = toStoredScheme(scheme);
  const sha256 = sha256Of(content);
  await transact(db, async (tx) => {
    const at = clock.now();
    const isNew = await insertSchemeVersion(tx, { sha256, content, scheme: scheme.id, loadedAt: at });
    if (isNew) {
      await appendEvent(tx, {
        at,
        act: 'scheme.load',
        actor: { role: 'system:start' },
        subject: { kind: 'scheme', id: scheme.id },
        detail: { version: sha256 },
      });
    }
    return ok(sha256);
  });
  return { sha256, scheme };
}
