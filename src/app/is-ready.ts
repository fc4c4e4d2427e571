import { ping } from '../db/ping.ts';
import type { Deps } from './ports.ts';

/** How long the database may take to answer, in milliseconds; a dead embedded one never does. */
const PATIENCE_MS = 2000;

/** Whether acts can be done now: the database answers in time. */
export async function isReady({ db }: Pick<Deps, 'db'>): Promise<boolean> {
  const late = Promise.withResolvers<boolean>();
  const timer = setTimeout(() => late.resolve(false), PATIENCE_MS);
  const answered = ping(db.kysely).then(
    () => true,
    () => false,
  );
  const ready = await Promise.race([answered, late.promise]);
  clearTimeout(timer);
  return ready;
}
