import type { Deps } from '../../src/app/ports.ts';
import type { Database } from '../../src/db/database.ts';
import type { World } from '../builders/world.ts';
import type { ExternalWrites } from './external-writes.ts';

/** Something the register is about to write. */
export type ArrangedWrite = {
  /** Does it once, as a process would; done before, it is refused or does nothing. */
  readonly run: (deps: Deps, writes: ExternalWrites) => Promise<unknown>;
  /** What came of it, as far as it may not be lost and not be there twice. */
  readonly outcome: () => Promise<unknown>;
  /** What must have come of it in the end. */
  readonly expected: unknown;
};

/** A row of the table of everything the register writes outside its process. */
export type RegisterWrite = {
  /** The files of `src/app` whose writes it walks through. */
  readonly files: readonly string[];
  /** The kinds of writes it consists of, at least. */
  readonly writes: readonly string[];
  /** Prepares it in a world in which it may have been done before; `open` opens another database. */
  readonly arrange: (world: World, open: () => Promise<Database>) => Promise<ArrangedWrite>;
};

/** The one row of a query on the world's own database. */
export async function rowOf(
  { deps }: Pick<World, 'deps'>,
  query: string,
  values: readonly unknown[] = [],
): Promise<Readonly<Record<string, unknown>>> {
  const { rows } = await deps.db.pool.query<Record<string, unknown>>(query, [...values]);
  return rows[0] ?? {};
}

/** Work that nobody asks to stop. */
export const RUNNING = new AbortController().signal;
