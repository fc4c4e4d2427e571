import { ok, type Result } from '../../core/kernel/result.ts';
import { listIssuerKeys, lockSigningKey, type IssuerKeyRow } from '../../db/issuer-keys.ts';
import { findNewestIndex } from '../../db/public-log.ts';
import { transact, type Tx } from '../../db/transact.ts';
import { jwkThumbprint } from '../../formats/jose/ed25519-jwk.ts';
import { issuerKeyEntry } from '../../formats/public-log-entry/write-entry.ts';
import { appendPublicFacts, type LogDeps, type LogNotSigned } from '../log/append-public-facts.ts';
import type { Deps } from '../ports.ts';
import { sha256Bytes } from '../sha256.ts';

const subjectOf = ({ public_key: key }: Pick<IssuerKeyRow, 'public_key'>): string =>
  `issuer-key:${jwkThumbprint(sha256Bytes, key)}`;

/**
 * Logs what became of keys of the issuer: `/issuer` shows it to everybody, so the log holds it. The log's head row is
 * the last lock taken.
 */
export async function appendIssuerKeys(
  deps: LogDeps,
  tx: Tx,
  keys: readonly IssuerKeyRow[],
  at: Temporal.Instant,
): Promise<Result<true, LogNotSigned>> {
  const facts = keys.map((row) => ({
    at,
    kind: 'issuer-key',
    subject: subjectOf(row),
    entry: issuerKeyEntry({
      key: jwkThumbprint(sha256Bytes, row.public_key),
      publicKey: row.public_key,
      usedFrom: row.used_from,
      usedUntil: row.used_until,
      revokedAt: row.revoked_at,
    }),
  }));
  return appendPublicFacts(deps, tx, facts);
}

/**
 * Logs the keys the log does not name yet: the first one, and those from before keys were logged. For the start of the
 * program.
 */
export function logIssuerKeys(deps: LogDeps & Pick<Deps, 'db' | 'clock'>): Promise<Result<true, LogNotSigned>> {
  return transact(deps.db, async (tx): Promise<Result<true, LogNotSigned>> => {
    // one process at a time: two that start together would both log the same key
    await lockSigningKey(tx);
    const keys = await listIssuerKeys(tx);
    const places = await Promise.all(keys.map((key) => findNewestIndex(tx, subjectOf(key))));
    const unnamed = keys.filter((_key, place) => places[place] === undefined);
    return unnamed.length === 0 ? ok(true) : appendIssuerKeys(deps, tx, unnamed, deps.clock.now());
  });
}
