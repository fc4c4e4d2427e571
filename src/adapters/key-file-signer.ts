import { createPrivateKey, createPublicKey, generateKeyPairSync, randomUUID, sign, type KeyObject } from 'node:crypto';
import { link, open, readFile, rm, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ok, refused, type Result } from '../core/kernel/result.ts';
import type { Signer } from '../app/ports.ts';

/** Why a key file cannot be used. */
export type KeyFileRefusal =
  | { readonly code: 'log_key_missing' | 'log_key_malformed'; readonly file: string }
  | { readonly code: 'log_key_open_to_others'; readonly file: string; readonly mode: string }
  | { readonly code: 'log_key_unreadable'; readonly file: string; readonly trouble: string };

/** What makes an Ed25519 public key a SubjectPublicKeyInfo (RFC 8410, 4). */
const PUBLIC_HEAD_BYTES = 12;

/** Rights of group and others. */
const OTHERS = 0o077;

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? 'unknown';

async function syncFolder(folder: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  await handle.sync().finally(() => handle.close());
}

/**
 * Writes a new key beside its place and links it there, so that of two processes one wins, and what stands there after a
 * power cut is a whole key or nothing: a checkpoint signed with a key that is lost could never be followed by another.
 */
async function writeKeyFile(file: string, privateKey: KeyObject): Promise<void> {
  const beside = `${file}.${randomUUID()}.new`;
  const handle = await open(beside, 'wx', 0o600);
  try {
    await handle.writeFile(privateKey.export({ format: 'pem', type: 'pkcs8' }));
    await handle.sync();
  } finally {
    await handle.close();
  }
  try {
    await link(beside, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    await rm(beside);
  }
  await syncFolder(dirname(file));
}

/** The bare public key of a secret one. */
function publicKeyOf(privateKey: KeyObject): Uint8Array {
  const spki = createPublicKey(privateKey).export({ format: 'der', type: 'spki' });
  return new Uint8Array(spki.subarray(PUBLIC_HEAD_BYTES));
}

/** Writes a new key under the name that follows from it, and answers its public half. */
export async function createNamedKey(nameOf: (publicKey: Uint8Array) => string): Promise<Uint8Array> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const publicKey = publicKeyOf(privateKey);
  await writeKeyFile(nameOf(publicKey), privateKey);
  return publicKey;
}

function signerWith(privateKey: KeyObject): Signer {
  return {
    publicKey: publicKeyOf(privateKey),
    sign: async (message) => {
      try {
        return await Promise.resolve(ok(new Uint8Array(sign(null, message, privateKey))));
      } catch (error) {
        return refused({ code: 'signer_failed', cause: String(error) });
      }
    },
  };
}

function parseKey(pem: string): KeyObject | undefined {
  try {
    const key = createPrivateKey(pem);
    return key.asymmetricKeyType === 'ed25519' ? key : undefined;
  } catch {
    return undefined;
  }
}

async function read(file: string): Promise<Result<Signer, KeyFileRefusal>> {
  const { mode } = await stat(file);
  if (process.platform !== 'win32' && (mode & OTHERS) !== 0) {
    return refused({ code: 'log_key_open_to_others', file, mode: (mode & 0o777).toString(8) });
  }
  const key = parseKey(await readFile(file, 'utf8'));
  return key === undefined ? refused({ code: 'log_key_malformed', file }) : ok(signerWith(key));
}

/**
 * A signer on an Ed25519 key in a file (PKCS #8, PEM) that only its owner may read. With `mayCreate` a missing key is made;
 * without, it is refused, for a log once signed goes on with its own key only.
 */
export async function keyFileSigner(
  file: string,
  { mayCreate }: { readonly mayCreate: boolean },
): Promise<Result<Signer, KeyFileRefusal>> {
  try {
    return await read(file).catch(async (error: unknown) => {
      if (codeOf(error) !== 'ENOENT') throw error;
      if (!mayCreate) return refused({ code: 'log_key_missing', file } as const);
      await createNamedKey(() => file);
      return read(file);
    });
  } catch (error) {
    return refused({ code: 'log_key_unreadable', file, trouble: codeOf(error) });
  }
}
