import type { CaseId, PersonId } from '../core/kernel/ids.ts';
import type { Tx } from './transact.ts';

/** Gives a case to an officer, or takes it off whoever had it. Its content stays, and so does its version. */
export async function saveCaseAssigned(tx: Tx, id: CaseId, to: PersonId | null): Promise<void> {
  await tx.updateTable('cases').set({ assigned_to: to }).where('id', '=', id).execute();
}
