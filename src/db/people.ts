import type { Reader } from './database.ts';
import type { Role } from '../core/access/actor.ts';
import type { OrganisationId, PersonId } from '../core/kernel/ids.ts';
import type { Language } from '../core/kernel/text.ts';
import type { OrganisationKind } from '../core/parties/organisation.ts';
import { statement } from './statement.ts';
import type { Tx } from './transact.ts';

/** Somebody who may sign in. The mail address is folded to lower case and names one person. */
type PersonRow = { readonly id: PersonId; readonly name: string; readonly mail: string };

/** One role of a person in an organisation. */
type MembershipRow = {
  readonly organisation: OrganisationId;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly nameEn: string;
  readonly role: Role;
};

/** Registers a person; answers false when the mail address is taken. */
export async function insertPerson(tx: Tx, person: PersonRow, at: Temporal.Instant): Promise<boolean> {
  const inserted = await tx
    .insertInto('people')
    .values({ ...person, registered_at: at })
    .onConflict((conflict) => conflict.column('mail').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Gives a person roles in an organisation; those already held stay. */
export async function insertMemberships(
  tx: Tx,
  member: { readonly person: PersonId; readonly organisation: OrganisationId; readonly roles: readonly Role[] },
): Promise<void> {
  await tx
    .insertInto('memberships')
    .values(member.roles.map((role) => ({ person: member.person, organisation: member.organisation, role })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Takes a person's roles in one organisation, or in all; answers in which they held any. */
export async function deleteMemberships(
  tx: Tx,
  person: PersonId,
  organisation: OrganisationId | undefined,
): Promise<readonly OrganisationId[]> {
  const theirs = tx.deleteFrom('memberships').where('person', '=', person);
  const chosen = organisation === undefined ? theirs : theirs.where('organisation', '=', organisation);
  const rows = await chosen.returning('organisation').execute();
  return [...new Set(rows.map((row) => row.organisation))];
}

/** Locks the roles somebody holds in an organisation, by role. */
export async function lockRoles(tx: Tx, person: PersonId, organisation: OrganisationId): Promise<readonly Role[]> {
  const rows = await tx
    .selectFrom('memberships')
    .select('role')
    .where('person', '=', person)
    .where('organisation', '=', organisation)
    .orderBy('role')
    .forUpdate()
    .execute();
  return rows.map(({ role }) => role);
}

/** Whether anybody but this person administers. */
export async function hasAnotherAdministrator(db: Reader, person: PersonId): Promise<boolean> {
  const found = await db
    .selectFrom('memberships')
    .select('person')
    .where('role', '=', 'administrator')
    .where('person', '<>', person)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

/** Takes one role of somebody in an organisation. */
export async function deleteMembership(
  tx: Tx,
  held: { readonly person: PersonId; readonly organisation: OrganisationId; readonly role: Role },
): Promise<void> {
  await tx
    .deleteFrom('memberships')
    .where('person', '=', held.person)
    .where('organisation', '=', held.organisation)
    .where('role', '=', held.role)
    .execute();
}

/** The language somebody's mails are written in, as far as it is known. */
export async function findLanguage(db: Reader, person: PersonId): Promise<Language | undefined> {
  const row = await db.selectFrom('people').select('language').where('id', '=', person).executeTakeFirst();
  return row?.language ?? undefined;
}

/** Records the language somebody's mails are written in. */
export async function saveLanguage(tx: Tx, person: PersonId, language: Language): Promise<void> {
  await tx.updateTable('people').set({ language }).where('id', '=', person).execute();
}

/** Records the language somebody was met in where none is known yet; answers whether it was. */
export async function saveFirstLanguage(tx: Tx, person: PersonId, language: Language): Promise<boolean> {
  const saved = await tx
    .updateTable('people')
    .set({ language })
    .where('id', '=', person)
    .where('language', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return saved !== undefined;
}

/** The languages of those of these mail addresses whose language is known. */
export async function listLanguages(db: Reader, mails: readonly string[]): Promise<ReadonlyMap<string, Language>> {
  if (mails.length === 0) return new Map();
  const rows = await db
    .selectFrom('people')
    .select(['mail', 'language'])
    .where('mail', 'in', [...mails])
    .where('language', 'is not', null)
    .execute();
  return new Map(rows.flatMap(({ mail, language }) => (language === null ? [] : [[mail, language] as const])));
}

/** The person with this mail address, already folded. */
export async function findPersonByMail(db: Reader, mail: string): Promise<PersonRow | undefined> {
  return db.selectFrom('people').select(['id', 'name', 'mail']).where('mail', '=', mail).executeTakeFirst();
}

/** The same, locked until the transaction ends: acts about one person that must not cross follow each other. */
export async function lockPersonByMail(tx: Tx, mail: string): Promise<PersonRow | undefined> {
  const found = tx.selectFrom('people').select(['id', 'name', 'mail']).where('mail', '=', mail);
  return found.forNoKeyUpdate().executeTakeFirst();
}

const membershipsOf = statement((db, { person }: { readonly person: PersonId }) =>
  db
    .selectFrom('memberships')
    .innerJoin('organisations', 'organisations.id', 'memberships.organisation')
    .select([
      'memberships.organisation',
      'organisations.kind',
      'organisations.name',
      'organisations.name_en as nameEn',
      'memberships.role',
    ])
    .where('person', '=', person)
    .orderBy('memberships.organisation')
    .orderBy('memberships.role')
    .compile(),
);

/** All roles of a person with the organisations they hold them in, by organisation and role. */
export async function listMemberships(db: Reader, person: PersonId): Promise<readonly MembershipRow[]> {
  return membershipsOf(db, { person });
}

/** Somebody with their organisation, as a list of people shows them. */
export type ListedPerson = {
  readonly mail: string;
  readonly name: string;
  readonly organisation: string;
  readonly organisationId: OrganisationId;
  readonly role: Role;
};

/** Everybody who may sign in with each of their roles, by organisation, name and role; at most 1,000 rows. */
export async function listPeople(db: Reader): Promise<readonly ListedPerson[]> {
  return db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person')
    .innerJoin('organisations', 'organisations.id', 'memberships.organisation')
    .select([
      'people.mail',
      'people.name',
      'organisations.name as organisation',
      'organisations.id as organisationId',
      'memberships.role',
    ])
    .orderBy('organisations.registered_at')
    .orderBy('people.mail')
    .orderBy('memberships.role')
    .limit(1000)
    .execute();
}
