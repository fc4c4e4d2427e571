import { sql } from 'kysely';
import type { OrganisationId, PersonId } from '../core/kernel/ids.ts';
import type { Role } from '../core/access/actor.ts';
import type { OrganisationKind } from '../core/parties/organisation.ts';
import type { Reader } from './database.ts';

/** An organisation as a list shows it; `people` counts those who hold a role in it. */
export type ListedOrganisation = {
  readonly id: OrganisationId;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly nameEn: string;
  readonly corporateNumber: string | null;
  readonly people: number;
};

/** Which organisations to list: of a kind, with words in a name or a corporate number that begins so. */
type OrganisationSearch = {
  readonly kind: OrganisationKind | undefined;
  readonly words: string;
};

function wantedOrganisations(db: Reader, { kind, words }: OrganisationSearch) {
  const key = words.toLowerCase();
  return db
    .selectFrom('organisations')
    .$if(kind !== undefined, (query) => query.where('kind', '=', kind as OrganisationKind))
    .$if(key !== '', (query) =>
      query.where(
        sql<boolean>`(strpos(lower(name), ${key}) > 0 or strpos(lower(name_en), ${key}) > 0
          or starts_with(coalesce(corporate_number, ''), ${key}))`,
      ),
    );
}

/** How many organisations a search finds. */
export async function countOrganisations(db: Reader, search: OrganisationSearch): Promise<number> {
  const counted = wantedOrganisations(db, search).select(({ fn }) => fn.countAll<number>().as('total'));
  return (await counted.executeTakeFirstOrThrow()).total;
}

/** One page of the organisations a search finds, by name. */
export async function searchOrganisations(
  db: Reader,
  { offset, limit, ...search }: OrganisationSearch & { readonly offset: number; readonly limit: number },
): Promise<readonly ListedOrganisation[]> {
  return wantedOrganisations(db, search)
    .select(['id', 'kind', 'name', 'name_en as nameEn', 'corporate_number as corporateNumber'])
    .select(
      sql<number>`(select count(distinct person)::int from memberships where organisation = organisations.id)`.as(
        'people',
      ),
    )
    .orderBy('name')
    .orderBy('id')
    .offset(offset)
    .limit(limit)
    .execute();
}

/** Somebody of an organisation with one of their roles there. */
type MemberRow = { readonly person: PersonId; readonly name: string; readonly mail: string; readonly role: Role };

/** The people of an organisation with each of their roles, by mail address and role. */
export async function listMembersWithRoles(db: Reader, organisation: OrganisationId): Promise<readonly MemberRow[]> {
  return db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person')
    .select(['memberships.person', 'people.name', 'people.mail', 'memberships.role'])
    .where('memberships.organisation', '=', organisation)
    .orderBy('people.mail')
    .orderBy('memberships.role')
    .execute();
}

/** Somebody who left an organisation: who, when and why. */
export type LeftPerson = {
  readonly name: string;
  readonly mail: string;
  readonly at: Temporal.Instant;
  readonly reason: string | null;
};

/** Those who left an organisation and hold no role there now, the latest first; at most 200. */
export async function listLeftPeople(db: Reader, organisation: OrganisationId): Promise<readonly LeftPerson[]> {
  const { rows } = await sql<LeftPerson>`
    select name, mail, at, reason from (
      select distinct on (people.id) people.name, people.mail, events.at, events.reason
      from events join people on people.id::text = events.subject_id
      where events.subject_kind = 'person' and events.act = 'person.leave-organisation'
        and events.detail -> 'organisations' @> to_jsonb(${organisation}::text)
        and not exists (select 1 from memberships where person = people.id and organisation = ${organisation})
      order by people.id, events.id desc
    ) latest order by at desc, mail limit 200`.execute(db);
  return rows;
}
