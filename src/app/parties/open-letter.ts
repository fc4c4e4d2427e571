import type { PersonActor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import type { MandateId } from '../../core/kernel/ids.ts';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { findMandate } from '../../db/listed-mandates.ts';
import { openSafeFile } from '../files/open-safe-file.ts';
import type { Deps } from '../ports.ts';

/**
 * The scanned letter of a mandate for its two parties and the office. Malware, a letter the store has lost and a mandate
 * of others are answered alike.
 */
export async function openLetter(
  deps: Pick<Deps, 'db' | 'files'>,
  actor: PersonActor,
  id: MandateId,
): Promise<Result<{ readonly name: string; readonly bytes: AsyncIterable<Uint8Array> }, AccessRefusal>> {
  const mandate = await findMandate(deps.db.kysely, id);
  const owner = mandate?.agent === actor.organisation ? mandate.agent : mandate?.vendor;
  const allowed = authorize(actor, 'mandate.read-letter', owner && { owner });
  if (!allowed.ok) return allowed;
  const file = mandate?.letterFile;
  const bytes = file && (await openSafeFile(deps, file.sha256));
  return file === undefined || bytes === undefined
    ? refused({ code: 'no_such_subject' })
    : ok({ name: file.name, bytes });
}
