import type { Application } from './application.ts';

/**
 * The criteria that keep a file after an exchange because they are closed (DOMAIN §5.7), where all that have it are; none
 * where the exchange changed anything.
 */
export function closedCriteria(before: Application, after: Application, file: string): readonly string[] {
  const isUnchanged = after.determinations.every((row, place) => row === before.determinations[place]);
  const holding = before.determinations.filter(({ evidence }) => evidence?.includes(file));
  return isUnchanged ? holding.map(({ criterion = '' }) => criterion) : [];
}
