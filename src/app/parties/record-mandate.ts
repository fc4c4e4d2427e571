import { insertMandate, insertMandateCases, type NewMandate } from '../../db/mandates.ts';
import type { Tx } from '../../db/transact.ts';

/** Records a mandate with the applications it is limited to; answers false when there is one with its id already. */
export async function recordMandate(tx: Tx, mandate: NewMandate): Promise<boolean> {
  const isNew = await insertMandate(tx, mandate);
  if (isNew) await insertMandateCases(tx, mandate.id, mandate.applications ?? []);
  return isNew;
}
