import type { Reader } from './database.ts';
import type { OrganisationId } from '../core/kernel/ids.ts';
import type { Organisation, OrganisationKind } from '../core/parties/organisation.ts';
import type { OrganisationsTable } from './case-tables.ts';
import { statement } from './statement.ts';
import type { Tx } from './transact.ts';

function toOrganisation(row: OrganisationsTable): Organisation {
  return {
    id: row.id,
    kind: row.kind,
    name: row.name,
    nameEn: row.name_en,
    corporateNumber: row.corporate_number ?? undefined,
    address: row.address,
    addressEn: row.address_en,
  };
}

/** Registers an organisation; answers false when its corporate number is taken. */
export async function insertOrganisation(tx: Tx, organisation: Organisation, at: Temporal.Instant): Promise<boolean> {
  const inserted = await tx
    .insertInto('organisations')
    .values({
      id: organisation.id,
      kind: organisation.kind,
      name: organisation.name,
      name_en: organisation.nameEn,
      corporate_number: organisation.corporateNumber ?? null,
      address: organisation.address,
      address_en: organisation.addressEn,
      registered_at: at,
    })
    .onConflict((conflict) => conflict.column('corporate_number').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

const byId = statement((db, { id }: { readonly id: OrganisationId }) =>
  db.selectFrom('organisations').selectAll().where('id', '=', id).compile(),
);

/** An organisation by its id. */
export async function findOrganisation(db: Reader, id: OrganisationId): Promise<Organisation | undefined> {
  const [row] = await byId(db, { id });
  return row === undefined ? undefined : toOrganisation(row);
}

/** Every organisation of a kind, by name; at most 1,000. */
export async function listOrganisationsOf(db: Reader, kind: OrganisationKind): Promise<readonly Organisation[]> {
  const rows = await db
    .selectFrom('organisations')
    .selectAll()
    .where('kind', '=', kind)
    .orderBy('name')
    .orderBy('id')
    .limit(1000)
    .execute();
  return rows.map(toOrganisation);
}

/** The organisation with this corporate number. */
export async function findOrganisationByNumber(db: Reader, corporateNumber: string): Promise<Organisation | undefined> {
  const row = await db
    .selectFrom('organisations')
    .selectAll()
    .where('corporate_number', '=', corporateNumber)
    .executeTakeFirst();
  return row === undefined ? undefined : toOrganisation(row);
}

/** The vendor with this corporate number, or exactly this name where one vendor alone has it. */
export async function findVendorNamed(
  db: Reader,
  { name, number }: { readonly name: string; readonly number: string },
): Promise<OrganisationId | undefined> {
  const [found, ...others] = await db
    .selectFrom('organisations')
    .select('id')
    .where('kind', '=', 'vendor')
    .where((eb) => eb.or([eb('corporate_number', '=', number), eb('name', '=', name)]))
    .limit(2)
    .execute();
  return others.length === 0 ? found?.id : undefined;
}
