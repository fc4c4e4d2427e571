import { keyFileSigner, type KeyFileRefusal } from '../adapters/key-file-signer.ts';
import type { LogDeps } from '../app/log/append-public-facts.ts';
import { logKeyText } from '../app/log/append-public-facts.ts';
import { ok, refused, type Result } from '../core/kernel/result.ts';
import type { Database } from '../db/database.ts';
import { findLogHead } from '../db/public-log.ts';
import type { Config } from './config.ts';

/** Why the public log cannot go on with the key and the name that are configured. */
export type LogKeyRefusal =
  KeyFileRefusal | { readonly code: 'log_key_differs'; readonly file: string; readonly expected: string };

/**
 * The key of the public log and its name. A log that was never signed takes the configured name, and a new key where
 * there is none; one that was goes on under its own name, with its own key or not at all.
 */
export async function openLogKey(
  db: Database,
  { logKeyFile: file, logOrigin }: Pick<Config, 'logKeyFile' | 'logOrigin'>,
): Promise<Result<LogDeps, LogKeyRefusal>> {
  const { signed } = await findLogHead(db.kysely);
  const signer = await keyFileSigner(file, { mayCreate: signed === undefined });
  if (!signer.ok) return signer;
  const name = signed === undefined ? logOrigin : signed.verifierKey.slice(0, signed.verifierKey.indexOf('+'));
  const deps = { signer: signer.value, logOrigin: name };
  if (signed !== undefined && signed.verifierKey !== logKeyText(deps)) {
    return refused({ code: 'log_key_differs', file, expected: signed.verifierKey });
  }
  return ok(deps);
}
