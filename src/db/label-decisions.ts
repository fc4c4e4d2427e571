import type { Reader } from './database.ts';
import type { CaseId, PersonId } from '../core/kernel/ids.ts';
import type { LabelDecisionsTable } from './case-tables.ts';
import { statement } from './statement.ts';
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

type NewDecision = Pick<DecisionRow, 'outcome' | 'reason' | 'valid_until' | 'seal' | 'proposed_by' | 'proposed_at'> & {
  readonly case_id: CaseId;
};

const insertion = statement((db, row: NewDecision) =>
  db
    .insertInto('label_decisions')
    .values({
      case_id: row.case_id,
      outcome: row.outcome,
      reason: row.reason,
      valid_until: row.valid_until,
      seal: row.seal,
      proposed_by: row.proposed_by,
      proposed_at: row.proposed_at,
    })
    .compile(),
);

/** Records a proposal; the database holds at most one open per case. */
export async function insertDecision(tx: Tx, row: NewDecision): Promise<void> {
  await insertion(tx, row);
}

const notWithdrawn = statement((db, { id }: { readonly id: CaseId }) =>
  db
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
    .compile(),
);

/** The proposal of a case that was not withdrawn, if any. */
export async function findDecision(db: Reader, id: CaseId): Promise<DecisionRow | undefined> {
  return (await notWithdrawn(db, { id }))[0];
}

/** Who confirmed or withdrew a proposal, and when. */
export type Settled = { readonly by: PersonId; readonly at: Temporal.Instant };

const confirmation = statement((db, { decision, by, at }: Settled & { readonly decision: number }) =>
  db.updateTable('label_decisions').set({ confirmed_by: by, confirmed_at: at }).where('id', '=', decision).compile(),
);

/** Records who confirmed a proposal. */
export async function saveDecisionConfirmed(tx: Tx, decision: number, confirmed: Settled): Promise<void> {
  await confirmation(tx, { ...confirmed, decision });
}

/** Records who withdrew a proposal or sent it back. */
export async function saveDecisionWithdrawn(tx: Tx, decision: number, withdrawn: Settled): Promise<void> {
  await tx
    .updateTable('label_decisions')
    .set({ withdrawn_by: withdrawn.by, withdrawn_at: withdrawn.at })
    .where('id', '=', decision)
    .execute();
}
