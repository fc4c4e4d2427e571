import { sql, type Selectable } from 'kysely';
import type { CaseId, MandateId, OrganisationId, PersonId, Sha256 } from '../core/kernel/ids.ts';
import type { LetterStanding, Mandate } from '../core/parties/mandate.ts';
import type { MandatesTable } from './case-tables.ts';
import type { Reader } from './database.ts';
import type { Tx } from './transact.ts';

/** A scanned letter as it is stored: its content by hash, and the name it came under. */
export type MandateLetter = { readonly sha256: Sha256; readonly name: string };

/** A mandate as it is given, or filed with a letter. */
export type NewMandate = Omit<Mandate, 'revoked' | 'letter'> & {
  readonly id: MandateId;
  readonly givenBy: PersonId;
  readonly givenAt: Temporal.Instant;
  readonly letter?: MandateLetter | undefined;
};

/** Records a mandate without the applications it is limited to; answers false when there is one with its id already. */
export async function insertMandate(tx: Tx, mandate: NewMandate): Promise<boolean> {
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
      is_limited: mandate.applications !== undefined,
      allows_new: mandate.allowsNew,
      letter: mandate.letter?.sha256 ?? null,
      letter_name: mandate.letter?.name ?? null,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** Adds applications to those a limited mandate covers. */
export async function insertMandateCases(tx: Tx, mandate: MandateId, cases: readonly CaseId[]): Promise<void> {
  if (cases.length === 0) return;
  await tx
    .insertInto('mandate_cases')
    .values([...new Set(cases)].map((id) => ({ mandate, case_id: id })))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** The applications a mandate names, as a column. */
export const COVERED = sql<CaseId[]>`array(
  select case_id::text from mandate_cases where mandate = mandates.id order by case_id)`;
/** The columns a mandate is made of. */
export const TERMS = [
  'mandates.id',
  'mandates.vendor',
  'mandates.agent',
  'mandates.valid_from',
  'mandates.valid_until',
  'mandates.revoked_at',
  'mandates.is_limited',
  'mandates.allows_new',
  'mandates.letter',
  'mandates.is_confirmed',
] as const;

type TermsRow = Pick<
  Selectable<MandatesTable>,
  | 'id'
  | 'vendor'
  | 'agent'
  | 'valid_from'
  | 'valid_until'
  | 'revoked_at'
  | 'is_limited'
  | 'allows_new'
  | 'letter'
  | 'is_confirmed'
> & { readonly covered: CaseId[] };

function standingOf({ letter, is_confirmed: isConfirmed }: Pick<TermsRow, 'letter' | 'is_confirmed'>): LetterStanding {
  if (letter === null) return 'none';
  if (isConfirmed === null) return 'awaited';
  return isConfirmed ? 'confirmed' : 'refused';
}

/** A mandate from its columns. */
export function toMandate(row: TermsRow): Mandate & { readonly id: MandateId } {
  return {
    id: row.id,
    vendor: row.vendor,
    agent: row.agent,
    from: row.valid_from,
    until: row.valid_until ?? undefined,
    revoked: row.revoked_at !== null,
    letter: standingOf(row),
    applications: row.is_limited ? row.covered : undefined,
    allowsNew: row.allows_new,
  };
}

/** The mandates an agent was ever given, oldest first; whether each holds on a day is for the core to say. */
export async function listMandatesOfAgent(
  db: Reader,
  agent: OrganisationId,
): Promise<readonly (Mandate & { readonly id: MandateId })[]> {
  const rows = await db
    .selectFrom('mandates')
    .select([...TERMS, COVERED.as('covered')])
    .where('agent', '=', agent)
    .orderBy('given_at')
    .orderBy('id')
    .execute();
  return rows.map(toMandate);
}

/** A mandate as its lock finds it. */
export type LockedMandate = Pick<Mandate, 'vendor' | 'agent' | 'from' | 'until' | 'revoked' | 'letter'> & {
  readonly givenBy: PersonId;
  readonly file: Sha256 | undefined;
};

/** Locks a mandate and says whose it is, by whom it was given or filed, and how it stands. */
export async function lockMandate(tx: Tx, id: MandateId): Promise<LockedMandate | undefined> {
  const row = await tx
    .selectFrom('mandates')
    .select(['vendor', 'agent', 'valid_from', 'valid_until', 'given_by', 'revoked_at', 'letter', 'is_confirmed'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { vendor, agent, given_by: givenBy, letter: file } = row;
  const period = { from: row.valid_from, until: row.valid_until ?? undefined };
  const standing = { revoked: row.revoked_at !== null, letter: standingOf(row) };
  return { vendor, agent, givenBy, ...period, ...standing, file: file ?? undefined };
}

/** Ends a mandate at once. */
export async function saveMandateRevoked(tx: Tx, id: MandateId, at: Temporal.Instant): Promise<void> {
  await tx.updateTable('mandates').set({ revoked_at: at }).where('id', '=', id).execute();
}

/** Records what staff decided about the letter of a mandate. */
export async function saveLetterDecision(
  tx: Tx,
  id: MandateId,
  decided: {
    readonly at: Temporal.Instant;
    readonly by: PersonId;
    readonly isConfirmed: boolean;
    readonly reason?: string | undefined;
  },
): Promise<void> {
  await tx
    .updateTable('mandates')
    .set({
      decided_at: decided.at,
      decided_by: decided.by,
      is_confirmed: decided.isConfirmed,
      decision_reason: decided.reason ?? null,
    })
    .where('id', '=', id)
    .execute();
}
