import { authorize, type AccessRefusal } from '../../core/access/authorize.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import type { Language } from '../../core/kernel/text.ts';
import { appendEvent } from '../../db/events.ts';
import { findLanguage, saveLanguage } from '../../db/people.ts';
import { transact } from '../../db/transact.ts';
import { eventActor } from '../event-actor.ts';
import type { Deps } from '../ports.ts';
import type { FoundSession } from './find-session.ts';

/** Chooses the language one's mails are written in from now on. */
export function chooseLanguage(
  deps: Pick<Deps, 'db' | 'clock'>,
  session: Pick<FoundSession, 'person' | 'actor'>,
  language: Language,
): Promise<Result<true, AccessRefusal>> {
  return transact(deps.db, async (tx): Promise<Result<true, AccessRefusal>> => {
    const { id } = session.person;
    const allowed = authorize(session.actor, 'person.choose-language', { person: id });
    if (!allowed.ok) return allowed;
    if ((await findLanguage(tx, id)) === language) return ok(true);
    await saveLanguage(tx, id, language);
    await appendEvent(tx, {
      at: deps.clock.now(),
      act: 'person.choose-language',
      actor: eventActor(session.actor, allowed.value, undefined),
      subject: { kind: 'person', id },
      detail: { language },
    });
    return ok(true);
  });
}
