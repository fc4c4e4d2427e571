import { ok, type Result } from '../../core/kernel/result.ts';
import { findSigningKey, insertSigningKey, lockSigningKey, type IssuerKeyRow } from '../../db/issuer-keys.ts';
import { transact, type Tx } from '../../db/transact.ts';
import type { Deps, IssuerKeyRefusal } from '../ports.ts';

/** What the issuer's keys are kept with. */
type KeyDeps = Pick<Deps, 'db' | 'clock' | 'issuerKeys'>;

/**
 * The key that signs, locked until the transaction ends; the first time a new one. Of two processes that make the first key
 * together one wins, and the other's is never used.
 */
export async function lockOrMakeKey(deps: KeyDeps, tx: Tx): Promise<Result<IssuerKeyRow, IssuerKeyRefusal>> {
  const found = await lockSigningKey(tx);
  if (found !== undefined) return ok(found);
  const made = await deps.issuerKeys.create();
  if (!made.ok) return made;
  await insertSigningKey(tx, made.value, deps.clock.now());
  const signing = await lockSigningKey(tx);
  if (signing === undefined) throw new Error('no key signs although one was just recorded');
  return ok(signing);
}

/** Makes sure that there is a key to sign credentials with, and that it can be used. For the start of the program. */
export async function ensureSigningKey(deps: KeyDeps): Promise<Result<IssuerKeyRow, IssuerKeyRefusal>> {
  const found = await findSigningKey(deps.db.kysely);
  return found === undefined ? transact(deps.db, (tx) => lockOrMakeKey(deps, tx)) : ok(found);
}
