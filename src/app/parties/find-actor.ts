import type { PersonActor } from '../../core/access/actor.ts';
import type { OrganisationId } from '../../core/kernel/ids.ts';
import { findPersonByMail } from '../../db/people.ts';
import type { Deps } from '../ports.ts';
import { actorOf } from './actor-of.ts';
import { listBelongings, type Belonging } from './list-belongings.ts';

/** Whom a mail address stands for: the organisations the person can act for, none for somebody unknown or gone. */
export async function findBelongings(deps: Pick<Deps, 'db'>, mail: string): Promise<readonly Belonging[]> {
  const person = await findPersonByMail(deps.db.kysely, mail.trim().toLowerCase());
  return person === undefined ? [] : listBelongings(deps.db.kysely, person.id);
}

/**
 * The person with this mail address as an actor for one of their organisations, with the mandates that hold today;
 * undefined for somebody unknown or without a role there. Who belongs to several must be asked for which: nothing is
 * guessed.
 */
export async function findActor(
  deps: Pick<Deps, 'db' | 'clock' | 'scheme'>,
  mail: string,
  organisation?: OrganisationId,
): Promise<PersonActor | undefined> {
  const db = deps.db.kysely;
  const person = await findPersonByMail(db, mail.trim().toLowerCase());
  if (person === undefined) return undefined;
  const belongings = await listBelongings(db, person.id);
  const [first, ...others] = belongings;
  const chosen =
    organisation === undefined
      ? others.length === 0
        ? first
        : undefined
      : belongings.find((belonging) => belonging.organisation === organisation);
  return chosen === undefined ? undefined : actorOf(deps, person.id, chosen);
}
