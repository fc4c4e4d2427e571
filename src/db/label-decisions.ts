import type { Reader } from './database.ts';
import type { CaseId, PersonId } from '../core/kernel/ids.ts';
import type { LabelDecisionsTable } from './case-tables.ts';
import type { Tx } from './transact.ts';

/** A proposal, open or confirmed. */
export type DecisionRow = {
  readonly id: number;
  readonly outcome: LabelDecisionsTable['outcome'];
  readonly reason: string | null;
  readonly valid_until: Temporal.PlainDate | null;
  readonly seal: LabelDecisionsTable['seal'];
  readonly proposed_by: PersonId;
  readonly proposer: string;
  readonly proposed_at: Temporal.Instant;
  readonly confirmed_by: PersonId | null;
  readonly confirmed_at: Temporal.Instant | null;
};

/** Records a proposal; the database holds at most one open per case. */
export async function insertDecision(
  tx: Tx,
  row: Pick<DecisionRow, 'outcome' | 'reason' | 'valid_until' | 'seal' | 'proposed_by' | 'proposed_at'> & {
    readonly case_id: CaseId;
  },
): Promise<void> {
  await tx.insertInto('label_decisions').values(row).execute();
}

/** The proposal of a case that was not withdrawn, if any. */
export async function findDecision(db: Reader, id: CaseId): Promise<DecisionRow | undefined> {
  return db
    .selectFrom('label_decisions')
    .innerJoin('people', 'people.id', 'label_decisions.proposed_by')
    .select([
      'label_decisions.id',
      'people.name as proposer',
      'outcome',
      'reason',
      'valid_until',
      'seal',
      'proposed_by',
      'proposed_at',
      'confirmed_by',
      'confirmed_at',
    ])
    .where('case_id', '=', id)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
}

/** Records who confirmed a proposal. */
export async function saveDecisionConfirmed(
  tx: Tx,
  decision: number,
  confirmed: { readonly by: PersonId; readonly at: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('label_decisions')
    .set({ confirmed_by: confirmed.by, confirmed_at: confirmed.at })
    .where('id', '=', decision)
    .execute();
}

/** Records who withdrew a proposal or sent it back. */
export async function saveDecisionWithdrawn(
  tx: Tx,
  decision: number,
  withdrawn: { readonly by: PersonId; readonly at: Temporal.Instant },
): Promise<void> {
  await tx
    .updateTable('label_decisions')
    .set({ withdrawn_by: withdrawn.by, withdrawn_at: withdrawn.at })
    .where('id', '=', decision)
    .execute();
}
