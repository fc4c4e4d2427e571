import { setTimeout as pause } from 'node:timers/promises';
import type { PersonId } from '../../core/kernel/ids.ts';
import { ok, type Result } from '../../core/kernel/result.ts';
import { deleteSentForm, findSentForm, insertSentForm, saveSentForm, type SentForm } from '../../db/sent-forms.ts';
import { transact, type Tx } from '../../db/transact.ts';
import type { Deps } from '../ports.ts';

/** How long sent forms are remembered, in hours: longer than any session lasts. */
const REMEMBERED = 48;

/** Milliseconds between looks at whether the same form, sent at the same moment, is done; and how often to look. */
const LOOK = { every: 50, times: 100 } as const;

async function inTransaction<T>(deps: Pick<Deps, 'db'>, act: (tx: Tx) => Promise<T>): Promise<T> {
  return (await transact(deps.db, async (tx) => ok(await act(tx)))).value;
}

/** Where the form led that was sent before; undefined when whoever sent it never came to an end. */
async function earlierOutcome(deps: Pick<Deps, 'db'>, form: SentForm): Promise<string | undefined> {
  for (let look = 0; look < LOOK.times; look += 1) {
    const ledTo = await findSentForm(deps.db.kysely, form);
    if (ledTo !== null) return ledTo;
    await pause(LOOK.every);
  }
  return undefined;
}

/**
 * Does the act of a form once, however often the form is sent (double click, back button, a second try after a broken
 * line): a later sending is led to where the first one led. A refused act is forgotten, so that the form can be mended.
 * After a crash between the act and its record the act runs again, so it must itself refuse to be done twice, or record
 * where it led in its own transaction.
 */
export async function sendOnce<E>(
  deps: Pick<Deps, 'db' | 'clock'>,
  form: { readonly person: PersonId; readonly key: string },
  act: () => Promise<Result<string, E>>,
): Promise<Result<string, E>> {
  const at = deps.clock.now();
  const times = { at, forgotten: at.subtract({ hours: REMEMBERED }) };
  const isFirst = await inTransaction(deps, (tx) => insertSentForm(tx, form, times));
  const earlier = isFirst ? undefined : await earlierOutcome(deps, form);
  if (earlier !== undefined) return ok(earlier);
  try {
    const done = await act();
    await inTransaction(deps, (tx) => (done.ok ? saveSentForm(tx, form, done.value) : deleteSentForm(tx, form)));
    return done;
  } catch (bug) {
    await inTransaction(deps, (tx) => deleteSentForm(tx, form));
    throw bug;
  }
}
