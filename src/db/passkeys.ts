import type { PersonId } from '../core/kernel/ids.ts';
import type { Reader } from './database.ts';
import type { Tx } from './transact.ts';

/** A passkey and whose it is; what its parts mean, the port says. */
export type PasskeyRow = {
  readonly id: string;
  readonly person: PersonId;
  readonly publicKey: string;
  readonly counter: number;
  readonly isBackedUp: boolean;
  readonly transports: string;
  readonly name: string;
  readonly enrolledAt: Temporal.Instant;
  readonly usedAt: Temporal.Instant | undefined;
};

/** Enrols a passkey; answers false when the credential is enrolled already, by whomever. */
export async function insertPasskey(tx: Tx, passkey: Omit<PasskeyRow, 'usedAt'>): Promise<boolean> {
  const inserted = await tx
    .insertInto('passkeys')
    .values({
      id: passkey.id,
      person: passkey.person,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      is_backed_up: passkey.isBackedUp,
      transports: passkey.transports,
      name: passkey.name,
      enrolled_at: passkey.enrolledAt,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

const select = (db: Reader) =>
  db
    .selectFrom('passkeys')
    .select([
      'id',
      'person',
      'public_key as publicKey',
      'counter',
      'is_backed_up as isBackedUp',
      'transports',
      'name',
      'enrolled_at as enrolledAt',
      'used_at',
    ]);

type Selected = Awaited<ReturnType<ReturnType<typeof select>['executeTakeFirstOrThrow']>>;

function toPasskeyRow({ used_at: usedAt, ...row }: Selected): PasskeyRow {
  return { ...row, usedAt: usedAt ?? undefined };
}

/** The passkey with this credential id. */
export async function findPasskey(db: Reader, id: string): Promise<PasskeyRow | undefined> {
  const row = await select(db).where('id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : toPasskeyRow(row);
}

/** The passkeys of a person, oldest first. */
export async function listPasskeysOf(db: Reader, person: PersonId): Promise<readonly PasskeyRow[]> {
  const rows = await select(db).where('person', '=', person).orderBy('enrolled_at').orderBy('id').execute();
  return rows.map(toPasskeyRow);
}

/** Locks the passkeys of a person and answers their ids, so that the last one is never removed twice at once. */
export async function lockPasskeysOf(tx: Tx, person: PersonId): Promise<readonly string[]> {
  const rows = await tx
    .selectFrom('passkeys')
    .select('id')
    .where('person', '=', person)
    .orderBy('id')
    .forUpdate()
    .execute();
  return rows.map(({ id }) => id);
}

/** Records that a passkey was used; answers false when it is gone or was used further in the meantime. */
export async function savePasskeyUsed(
  tx: Tx,
  used: {
    readonly id: string;
    readonly counterBefore: number;
    readonly counter: number;
    readonly isBackedUp: boolean;
    readonly at: Temporal.Instant;
  },
): Promise<boolean> {
  const { id, counter, isBackedUp, at, counterBefore } = used;
  const saved = await tx
    .updateTable('passkeys')
    .set({ counter, is_backed_up: isBackedUp, used_at: at })
    .where('id', '=', id)
    .where('counter', '=', counterBefore)
    .returning('id')
    .executeTakeFirst();
  return saved !== undefined;
}

/** Removes a passkey. */
export async function deletePasskey(tx: Tx, id: string): Promise<void> {
  await tx.deleteFrom('passkeys').where('id', '=', id).execute();
}
