import { dirname, join } from 'node:path';
import { issuerKeyFiles } from '../adapters/issuer-key-files.ts';
import { keyFileSigner, type KeyFileRefusal } from '../adapters/key-file-signer.ts';
import type { LogDeps } from '../app/log/append-public-facts.ts';
import { logKeyText } from '../app/log/append-public-facts.ts';
import { ok, refused, type Result } from '../core/kernel/result.ts';
import type { Database } from '../db/database.ts';
import { findLogHead, type SignedHead } from '../db/public-log.ts';
import type { LogKeys, Signer } from '../app/ports.ts';
import { sha256Bytes } from '../app/sha256.ts';
import { parseVerifierKey } from '../formats/signed-note/verifier-key.ts';
import type { Config } from './config.ts';

/** Why the public log cannot go on with the key and the name that are configured. */
export type LogKeyRefusal =
  KeyFileRefusal | { readonly code: 'log_key_differs'; readonly file: string; readonly expected: string };

/** Where the keys lie that take over from the one in the file: in a folder beside it. */
function laterKeys(file: string): LogKeys {
  return issuerKeyFiles(join(dirname(file), 'log-keys'));
}

/** The key a log signs with: one that has taken over, or the one in the file. */
async function signerOf(
  file: string,
  { logKeys, signed }: { readonly logKeys: LogKeys; readonly signed: SignedHead | undefined },
): Promise<Result<Signer, KeyFileRefusal>> {
  const key = signed && parseVerifierKey(sha256Bytes, signed.verifierKey);
  const later = key?.ok === true ? await logKeys.open(key.value.publicKey) : undefined;
  return later?.ok === true ? later : keyFileSigner(file, { mayCreate: signed === undefined });
}

/**
 * The key of the public log and its name. A log that was never signed takes the configured name, and a new key where
 * there is none; one that was goes on under its own name, with its own key or not at all.
 */
export async function openLogKey(
  db: Database,
  { logKeyFile: file, logOrigin }: Pick<Config, 'logKeyFile' | 'logOrigin'>,
): Promise<Result<LogDeps, LogKeyRefusal>> {
  const { signed } = await findLogHead(db.kysely);
  const logKeys = laterKeys(file);
  const signer = await signerOf(file, { logKeys, signed });
  if (!signer.ok) return signer;
  const name = signed === undefined ? logOrigin : signed.verifierKey.slice(0, signed.verifierKey.indexOf('+'));
  const deps = { signer: signer.value, logOrigin: name, logKeys };
  if (signed !== undefined && signed.verifierKey !== logKeyText(deps)) {
    return refused({ code: 'log_key_differs', file, expected: signed.verifierKey });
  }
  return ok(deps);
}
