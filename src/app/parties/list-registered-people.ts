import { listPeople, type ListedPerson } from '../../db/people.ts';
import type { Deps } from '../ports.ts';

/** Everybody who may act, for the operator's command line only: whoever can run it can read the database. */
export function listRegisteredPeople(deps: Deps): Promise<readonly ListedPerson[]> {
  return listPeople(deps.db.kysely);
}
