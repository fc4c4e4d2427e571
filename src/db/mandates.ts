import type { Reader } from './database.ts';
import type { MandateId, OrganisationId, PersonId } from '../core/kernel/ids.ts';
import type { Mandate } from '../core/parties/mandate.ts';
import type { Tx } from './transact.ts';

/** Records a mandate that a vendor gives; answers false when there is one with its id already. */
export async function insertMandate(
  tx: Tx,
  mandate: Omit<Mandate, 'revoked'> & {
    readonly id: MandateId;
    readonly givenBy: PersonId;
    readonly givenAt: Temporal.Instant;
  },
): Promise<boolean> {
  const inserted = await tx
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
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
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

/** A mandate as its two parties see it, with their names. */
export type ListedMandate = Mandate & {
  readonly id: MandateId;
  readonly vendorName: string;
  readonly vendorNameEn: string;
  readonly agentName: string;
  readonly agentNameEn: string;
  readonly givenBy: string;
  readonly givenAt: Temporal.Instant;
  readonly revokedAt: Temporal.Instant | undefined;
};

const withNames = (db: Reader) =>
  db
    .selectFrom('mandates')
    .innerJoin('organisations as vendors', 'vendors.id', 'mandates.vendor')
    .innerJoin('organisations as agents', 'agents.id', 'mandates.agent')
    .innerJoin('people', 'people.id', 'mandates.given_by')
    .select([
      'mandates.id',
      'mandates.vendor',
      'vendors.name as vendorName',
      'vendors.name_en as vendorNameEn',
      'mandates.agent',
      'agents.name as agentName',
      'agents.name_en as agentNameEn',
      'mandates.valid_from',
      'mandates.valid_until',
      'people.name as givenBy',
      'mandates.given_at as givenAt',
      'mandates.revoked_at',
    ]);

type NamedRow = Awaited<ReturnType<ReturnType<typeof withNames>['execute']>>[number];

function toListed({ valid_from: from, valid_until: until, revoked_at: revokedAt, ...row }: NamedRow): ListedMandate {
  return {
    ...row,
    from,
    until: until ?? undefined,
    revoked: revokedAt !== null,
    revokedAt: revokedAt ?? undefined,
  };
}

/** The mandates an organisation gave or was given, newest first; at most 1,000. */
export async function listMandatesOf(db: Reader, organisation: OrganisationId): Promise<readonly ListedMandate[]> {
  const rows = await withNames(db)
    .where((eb) => eb.or([eb('mandates.vendor', '=', organisation), eb('mandates.agent', '=', organisation)]))
    .orderBy('mandates.given_at', 'desc')
    .orderBy('mandates.id')
    .limit(1000)
    .execute();
  return rows.map(toListed);
}

/** A mandate by its id. */
export async function findMandate(db: Reader, id: MandateId): Promise<ListedMandate | undefined> {
  const row = await withNames(db).where('mandates.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : toListed(row);
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
