/** The files of the embedded database are there but cannot be read as a database. */
export type DatabaseDamaged = {
  readonly code: 'database_damaged';
  readonly directory: string;
  /** What the database itself said. */
  readonly said: string;
};

/** The embedded database does not start from the files it has. */
export class UnreadableDatabase extends Error {}

/** Corrupted data, a corrupted index, a file that is gone (PostgreSQL, Appendix A). */
const SQL_STATES = new Set(['XX001', 'XX002', '58P01']);

/** What was said of files that cannot be read as a database; undefined for an error of another kind. */
export function databaseDamage(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error ? error.code : undefined;
  const isDamage = error instanceof UnreadableDatabase || (typeof code === 'string' && SQL_STATES.has(code));
  return isDamage ? error.message.replace(/\s+/g, ' ').trim() : databaseDamage(error.cause);
}
