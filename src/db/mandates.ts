import type { Reader } from './database.ts';
import type { MandateId, OrganisationId, PersonId } from '../core/kernel/ids.ts';
import type { Mandate } from '../core/parties/mandate.ts';
import type { Tx } from './transact.ts';

/** Records a mandate that a vendor gives. */
export async function insertMandate(
  tx: Tx,
  mandate: Omit<Mandate, 'revoked'> & {
    readonly id: MandateId;
    readonly givenBy: PersonId;
    readonly givenAt: Temporal.Instant;
  },
): Promise<void> {
  await tx
    .insertInto('mandates')
    .values({
      id: mandate.id,
      vendor: mandate.vendor,
      agent: mandate.agent,
      valid_from: mandate.from,
      valid_until: mandate.until ?? null,
      given_by: mandate.givenBy,
      given_at: mandate.givenAt,
    })
    .execute();
}

/** The mandates an agent was ever given, oldest first; whether each holds on a day is for the core to say. */
export async function listMandatesOfAgent(db: Reader, agent: OrganisationId): Promise<readonly Mandate[]> {
  const rows = await db
    .selectFrom('mandates')
    .select(['vendor', 'agent', 'valid_from', 'valid_until', 'revoked_at'])
    .where('agent', '=', agent)
    .orderBy('given_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    vendor: row.vendor,
    agent: row.agent,
    from: row.valid_from,
    until: row.valid_until ?? undefined,
    revoked: row.revoked_at !== null,
  }));
}

/** Locks a mandate and says whose it is and whether it was revoked already. */
export async function lockMandate(
  tx: Tx,
  id: MandateId,
): Promise<{ readonly vendor: OrganisationId; readonly revoked: boolean } | undefined> {
  const row = await tx
    .selectFrom('mandates')
    .select(['vendor', 'revoked_at'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row === undefined ? undefined : { vendor: row.vendor, revoked: row.revoked_at !== null };
}

/** Ends a mandate at once. */
export async function saveMandateRevoked(tx: Tx, id: MandateId, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('mandates').set({ revoked_at: at }).where('id', '=', id).execute();
}
