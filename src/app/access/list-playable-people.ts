import type { Role } from '../../core/access/actor.ts';
import { listPeople } from '../../db/people.ts';
import type { Deps } from '../ports.ts';

/** An invented person of the demonstration, with an organisation and their roles there. */
export type PlayablePerson = {
  readonly mail: string;
  readonly name: string;
  readonly organisation: string;
  readonly roles: readonly [Role, ...Role[]];
};

/** Everybody of the demonstration; only the demonstration may show this, because nobody is asked who wants to know. */
export async function listPlayablePeople(deps: Pick<Deps, 'db'>): Promise<readonly PlayablePerson[]> {
  const people = new Map<string, PlayablePerson>();
  for (const { mail, name, organisation, organisationId, role } of await listPeople(deps.db.kysely)) {
    const key = `${mail}\n${organisationId}`;
    const roles = [...(people.get(key)?.roles ?? []), role] as [Role, ...Role[]];
    people.set(key, { mail, name, organisation, roles });
  }
  return [...people.values()];
}
