import type { Reader } from './database.ts';
import type { PersonId } from '../core/kernel/ids.ts';

/** An officer as a list to choose from shows them. */
export type Officer = { readonly id: PersonId; readonly name: string };

/** Everybody who may be given cases: the label officers, by name. */
export async function listLabelOfficers(db: Reader): Promise<readonly Officer[]> {
  return db
    .selectFrom('memberships')
    .innerJoin('people', 'people.id', 'memberships.person')
    .select(['people.id', 'people.name'])
    .distinct()
    .where('memberships.role', '=', 'label-officer')
    .orderBy('people.name')
    .orderBy('people.id')
    .execute();
}
