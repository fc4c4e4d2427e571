import type { Answers } from '../../core/case/application.ts';
import type { PublicRecord } from '../../core/register/public-record.ts';
import { findDeclaredAnswers } from '../../db/declared-answers.ts';
import type { Deps } from '../ports.ts';

/**
 * All answers a label's declaration is made from: those of the record, and the names beside it as long as they are kept.
 * Records from before these were kept apart hold them.
 */
export async function declarationAnswers({ db }: Pick<Deps, 'db'>, record: PublicRecord): Promise<Answers> {
  const kept = await findDeclaredAnswers(db.kysely, record.number);
  return { ...record.answers, ...(JSON.parse(kept ?? '{}') as Answers) };
}
