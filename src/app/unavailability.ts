import { serverTrouble, type ServerTrouble } from '../db/server-trouble.ts';

/**
 * Why nothing can be done now although nothing is wrong in the program: the database is away, full or too slow. Undefined
 * for a bug. Whether an act whose answer was lost has been done can only be seen afterwards.
 */
export function unavailability(error: unknown): ServerTrouble | undefined {
  return serverTrouble(error);
}
