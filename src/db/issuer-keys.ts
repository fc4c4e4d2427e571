import type { Reader } from './database.ts';
import type { IssuerKeysTable } from './credential-tables.ts';
import type { Tx } from './transact.ts';

/** A key of the issuer of credentials, as stored. */
export type IssuerKeyRow = Readonly<IssuerKeysTable>;

const COLUMNS = ['public_key', 'used_from', 'used_until', 'revoked_at'] as const;

/** Every key there ever was, the first one first. */
export async function listIssuerKeys(db: Reader): Promise<readonly IssuerKeyRow[]> {
  return db
    .selectFrom('issuer_keys')
    .select(COLUMNS)
    .orderBy('used_from')
    .orderBy('used_until')
    .orderBy('public_key')
    .execute();
}

/** The key that signs; undefined before the first one was made. */
export async function findSigningKey(db: Reader): Promise<IssuerKeyRow | undefined> {
  return db.selectFrom('issuer_keys').select(COLUMNS).where('used_until', 'is', null).executeTakeFirst();
}

/** Locks the key that signs until the transaction ends, so that nobody else signs or rotates meanwhile. */
export async function lockSigningKey(tx: Tx): Promise<IssuerKeyRow | undefined> {
  return tx.selectFrom('issuer_keys').select(COLUMNS).where('used_until', 'is', null).forUpdate().executeTakeFirst();
}

/** Locks a key, whatever became of it. */
export async function lockIssuerKey(tx: Tx, publicKey: Uint8Array): Promise<IssuerKeyRow | undefined> {
  return tx
    .selectFrom('issuer_keys')
    .select(COLUMNS)
    .where('public_key', '=', publicKey)
    .forUpdate()
    .executeTakeFirst();
}

/** Records a key that signs from a moment on, unless another one does; whether it was recorded. */
export async function insertSigningKey(tx: Tx, publicKey: Uint8Array, from: Temporal.Instant): Promise<boolean> {
  const values = { public_key: publicKey, used_from: from, used_until: null, revoked_at: null };
  const inserted = tx
    .insertInto('issuer_keys')
    .values(values)
    .onConflict((conflict) => conflict.doNothing());
  return (await inserted.returning('used_from').execute()).length > 0;
}

/** Records that a key signs no more. */
export async function saveKeyRetired(tx: Tx, publicKey: Uint8Array, until: Temporal.Instant): Promise<void> {
  await tx.updateTable('issuer_keys').set({ used_until: until }).where('public_key', '=', publicKey).execute();
}

/** Records that nothing a key signed is to be believed any more. */
export async function saveKeyRevoked(tx: Tx, publicKey: Uint8Array, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('issuer_keys').set({ revoked_at: at }).where('public_key', '=', publicKey).execute();
}
