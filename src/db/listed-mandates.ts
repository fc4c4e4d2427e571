import { sql } from 'kysely';
import type { MandateId, OrganisationId } from '../core/kernel/ids.ts';
import type { Mandate } from '../core/parties/mandate.ts';
import type { Reader } from './database.ts';
import { COVERED, TERMS, toMandate, type MandateLetter } from './mandates.ts';

/** A mandate as its two parties and staff see it, with the names of whom and what it concerns. */
export type ListedMandate = Mandate & {
  readonly id: MandateId;
  readonly vendorName: string;
  readonly vendorNameEn: string;
  readonly agentName: string;
  readonly agentNameEn: string;
  readonly givenBy: string;
  readonly givenAt: Temporal.Instant;
  readonly revokedAt: Temporal.Instant | undefined;
  /** The numbers of the applications it covers by themselves. */
  readonly numbers: readonly string[];
  readonly letterFile: MandateLetter | undefined;
  /** What staff decided about the letter. */
  readonly decision: { readonly at: Temporal.Instant; readonly by: string; readonly reason: string } | undefined;
};

const NUMBERS = sql<string[]>`array(
  select cases.application_number from mandate_cases join cases on cases.id = mandate_cases.case_id
  where mandate_cases.mandate = mandates.id order by cases.application_number)`;

const withNames = (db: Reader) =>
  db
    .selectFrom('mandates')
    .innerJoin('organisations as vendors', 'vendors.id', 'mandates.vendor')
    .innerJoin('organisations as agents', 'agents.id', 'mandates.agent')
    .innerJoin('people', 'people.id', 'mandates.given_by')
    .leftJoin('people as deciders', 'deciders.id', 'mandates.decided_by')
    .select([
      ...TERMS,
      COVERED.as('covered'),
      NUMBERS.as('numbers'),
      'vendors.name as vendorName',
      'vendors.name_en as vendorNameEn',
      'agents.name as agentName',
      'agents.name_en as agentNameEn',
      'people.name as givenBy',
      'mandates.given_at as givenAt',
      'mandates.letter_name as letterName',
      'mandates.decided_at as decidedAt',
      'mandates.decision_reason as decisionReason',
      'deciders.name as decidedBy',
    ]);

type NamedRow = Awaited<ReturnType<ReturnType<typeof withNames>['execute']>>[number];

function toListed(row: NamedRow): ListedMandate {
  const { vendorName, vendorNameEn, agentName, agentNameEn, givenBy, givenAt, numbers } = row;
  const { letter, letterName, decidedAt, decidedBy, decisionReason } = row;
  return {
    ...toMandate(row),
    ...{ vendorName, vendorNameEn, agentName, agentNameEn, givenBy, givenAt, numbers },
    revokedAt: row.revoked_at ?? undefined,
    letterFile: letter === null || letterName === null ? undefined : { sha256: letter, name: letterName },
    decision: decidedAt === null ? undefined : { at: decidedAt, by: decidedBy ?? '', reason: decisionReason ?? '' },
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

/** The mandates of all vendors, those whose letter waits first, then the newest; `party` is part of a name. */
export async function listAllMandates(
  db: Reader,
  { party, limit }: { readonly party: string; readonly limit: number },
): Promise<readonly ListedMandate[]> {
  const rows = await withNames(db)
    .$if(party !== '', (query) =>
      query.where(
        sql<boolean>`strpos(lower(concat_ws(' ', vendors.name, vendors.name_en, vendors.corporate_number,
          agents.name, agents.name_en, agents.corporate_number)), ${party.toLowerCase()}) > 0`,
      ),
    )
    .orderBy(sql`mandates.letter is not null and mandates.decided_at is null and mandates.revoked_at is null`, 'desc')
    .orderBy('mandates.given_at', 'desc')
    .orderBy('mandates.id')
    .limit(limit)
    .execute();
  return rows.map(toListed);
}

/** A mandate by its id. */
export async function findMandate(db: Reader, id: MandateId): Promise<ListedMandate | undefined> {
  const row = await withNames(db).where('mandates.id', '=', id).executeTakeFirst();
  return row === undefined ? undefined : toListed(row);
}
