import { findCredential as findStored } from '../../db/label-credentials.ts';
import { issuerAt } from '../../formats/credential/credential-names.ts';
import type { Deps } from '../ports.ts';

/**
 * The credential of a published label, as it was signed; undefined as long as it was not, which after its publication takes a
 * minute or so. Everybody may have it.
 */
export async function findCredential(
  { db, baseUrl }: Pick<Deps, 'db' | 'baseUrl'>,
  number: string,
): Promise<string | undefined> {
  return findStored(db.kysely, { number, issuer: issuerAt(baseUrl) });
}
