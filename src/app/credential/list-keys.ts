import type { Actor } from '../../core/access/actor.ts';
import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { listIssuerKeys } from '../../db/issuer-keys.ts';
import { keyIdAt } from '../../formats/credential/issuer-document.ts';
import type { Deps } from '../ports.ts';
import { sha256Bytes } from '../sha256.ts';

/** A key of the issuer as an administrator sees it. */
type ListedKey = {
  readonly key: string;
  readonly state: 'signs' | 'retired' | 'revoked';
  readonly usedFrom: Temporal.Instant;
  readonly usedUntil: Temporal.Instant | null;
};

/** Every key the issuer ever had, the first one first. */
export async function listKeys(
  { db, baseUrl }: Pick<Deps, 'db' | 'baseUrl'>,
  actor: Actor,
): Promise<Result<readonly ListedKey[], AccessRefusal>> {
  const allowed = authorize(actor, 'issuer-key.list', {});
  if (!allowed.ok) return allowed;
  const keys = await listIssuerKeys(db.kysely);
  return ok(
    keys.map((row) => ({
      key: keyIdAt(sha256Bytes, baseUrl, row.public_key),
      state: row.revoked_at !== null ? 'revoked' : row.used_until === null ? 'signs' : 'retired',
      usedFrom: row.used_from,
      usedUntil: row.used_until,
    })),
  );
}
