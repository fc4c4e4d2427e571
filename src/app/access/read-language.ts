import type { Language } from '../../core/kernel/text.ts';
import { findLanguage } from '../../db/people.ts';
import type { Deps } from '../ports.ts';
import type { FoundSession } from './find-session.ts';

/** The language somebody's mails are written in; undefined while nobody knows it, and they are written in all. */
export async function readLanguage(
  deps: Pick<Deps, 'db'>,
  { person }: Pick<FoundSession, 'person'>,
): Promise<Language | undefined> {
  return findLanguage(deps.db.kysely, person.id);
}
