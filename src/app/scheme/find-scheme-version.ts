import type { Sha256 } from '../../core/kernel/ids.ts';
import type { PublicRecord } from '../../core/register/public-record.ts';
import type { Reader } from '../../db/database.ts';
import { findSchemeVersion } from '../../db/scheme-versions.ts';
import { fromStoredScheme } from '../../formats/scheme-files/stored-scheme.ts';
import type { Deps } from '../ports.ts';
import { sha256Of } from '../sha256.ts';
import type { SchemeVersion } from './scheme-version.ts';

/** Versions read before, by hash; a version never changes, so neither does what stands here. */
const known = new Map<Sha256, SchemeVersion>();

/**
 * The scheme version a case or label refers to. Throws when it is gone or is not what its hash says: the database
 * forbids that.
 */
export async function schemeVersionOf(deps: Deps, db: Reader, sha256: Sha256): Promise<SchemeVersion> {
  if (sha256 === deps.scheme.sha256) return deps.scheme;
  const before = known.get(sha256);
  if (before !== undefined) return before;
  const row = await findSchemeVersion(db, sha256);
  if (row === undefined) throw new Error(`scheme version ${sha256} is not stored`);
  if (sha256Of(row.content) !== sha256) throw new Error(`scheme version ${sha256} is not what it was`);
  const version = { sha256, scheme: fromStoredScheme(row.content) };
  known.set(sha256, version);
  return version;
}

/** The scheme version a public record says it was granted under, which is logged with it. */
export async function schemeOfRecord(
  deps: Deps,
  db: Reader,
  { scheme }: Pick<PublicRecord, 'scheme'>,
): Promise<SchemeVersion> {
  return schemeVersionOf(deps, db, scheme.version as Sha256);
}
