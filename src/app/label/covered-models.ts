import { searchKey } from '../../core/kernel/fold.ts';
import type { PublicRecord } from '../../core/register/public-record.ts';
import type { CoveredModels } from '../../db/label-models.ts';

/** The models a record covers, as they are found by their numbers. */
export function coveredModels({ models }: Pick<PublicRecord, 'models'>): CoveredModels {
  return models.flatMap(({ number }) => (number === undefined ? [] : [{ number, modelKey: searchKey(number) }]));
}
