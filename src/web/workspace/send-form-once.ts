import { sendOnce } from '../../app/access/send-once.ts';
import type { Deps } from '../../app/ports.ts';
import type { PersonActor } from '../../core/access/actor.ts';
import type { Result } from '../../core/kernel/result.ts';
import { HIDDEN_NAMES } from '../parts/form-hidden.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Does the act of a form once, however often its sender sends it, and answers with the address it led to. A key that is
 * none of ours counts as a form that was never sent before; `act` is told the key.
 */
export function sendFormOnce<E>(
  deps: Pick<Deps, 'db' | 'clock' | 'ids'>,
  { person }: Pick<PersonActor, 'person'>,
  form: URLSearchParams,
  act: (key: string) => Promise<Result<string, E>>,
): Promise<Result<string, E>> {
  const sent = form.get(HIDDEN_NAMES.idempotencyKey);
  const key = sent !== null && UUID.test(sent) ? sent : deps.ids.uuid();
  return sendOnce(deps, { person, key }, () => act(key));
}
