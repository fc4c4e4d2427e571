import { listIssuerKeys } from '../../db/issuer-keys.ts';
import { issuerDocument, issuerKeySet, type PublishedKey } from '../../formats/credential/issuer-document.ts';
import type { Deps } from '../ports.ts';
import { sha256Bytes } from '../sha256.ts';

type Reading = Pick<Deps, 'db' | 'baseUrl'>;

async function publishedKeys({ db }: Reading): Promise<readonly PublishedKey[]> {
  return (await listIssuerKeys(db.kysely)).map((row) => ({
    publicKey: row.public_key,
    usedFrom: row.used_from,
    usedUntil: row.used_until,
    revokedAt: row.revoked_at,
  }));
}

/** The issuer of credentials with every key it ever had (Controlled Identifiers 1.0). Everybody may have it. */
export async function readIssuer(deps: Reading): Promise<object> {
  return issuerDocument(sha256Bytes, deps.baseUrl, await publishedKeys(deps));
}

/** The issuer's keys that may be believed, as a JSON Web Key Set. Everybody may have it. */
export async function readIssuerKeySet(deps: Reading): Promise<object> {
  return issuerKeySet(sha256Bytes, deps.baseUrl, await publishedKeys(deps));
}
