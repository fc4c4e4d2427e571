import type { Result } from '../../src/core/kernel/result.ts';

/**
 * What an act of the world gave. The world is written so that none is refused, so a refusal is a bug and throws with
 * all it says.
 */
export function mustSucceed<T>(result: Result<T, unknown>, what: string): T {
  if (result.ok) return result.value;
  throw new Error(`${what} was refused: ${JSON.stringify(result.error)}`);
}
