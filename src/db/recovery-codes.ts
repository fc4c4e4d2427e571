import type { PersonId, Sha256 } from '../core/kernel/ids.ts';
import type { Tx } from './transact.ts';

/** Gives a person new recovery codes; those from before end. */
export async function replaceRecoveryCodes(
  tx: Tx,
  person: PersonId,
  hashes: readonly Sha256[],
  at: Temporal.Instant,
): Promise<void> {
  await tx.deleteFrom('recovery_codes').where('person', '=', person).where('used_at', 'is', null).execute();
  await tx
    .insertInto('recovery_codes')
    .values(hashes.map((hash) => ({ person, code_sha256: hash, made_at: at })))
    .execute();
}

/**
 * Uses up a code of the person with this mail address, already folded; answers whose it was. One statement, so that an
 * unknown address takes as long as a wrong code, and a code is used once however often it is sent at once.
 */
export async function useRecoveryCode(
  tx: Tx,
  mail: string,
  hash: Sha256,
  at: Temporal.Instant,
): Promise<PersonId | undefined> {
  const used = await tx
    .updateTable('recovery_codes')
    .from('people')
    .set({ used_at: at })
    .whereRef('people.id', '=', 'recovery_codes.person')
    .where('people.mail', '=', mail)
    .where('code_sha256', '=', hash)
    .where('used_at', 'is', null)
    .returning('recovery_codes.person')
    .executeTakeFirst();
  return used?.person;
}
