import { chmod, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ok, refused, type Result } from '../core/kernel/result.ts';
import type { IssuerKeyRefusal, IssuerKeys, Signer } from '../app/ports.ts';
import { createNamedKey, keyFileSigner } from './key-file-signer.ts';

function unusable(place: string, trouble: string): Result<never, IssuerKeyRefusal> {
  return refused({ code: 'issuer_key_unusable', place, trouble });
}

/** A folder for its owner alone. */
async function makeFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (process.platform !== 'win32') await chmod(folder, 0o700);
}

/**
 * The issuer's keys as files in a folder (PKCS #8, PEM, for their owner alone), each named by its public key. A file is
 * written before anybody knows of its key, so one that nobody knows of is left from a start or a rotation that was cut
 * off.
 */
export function issuerKeyFiles(folder: string): IssuerKeys {
  const fileOf = (publicKey: Uint8Array): string => join(folder, `${publicKey.toHex()}.pem`);
  const opened = new Map<string, Signer>();
  const open = async (file: string, publicKey: Uint8Array): Promise<Result<Signer, IssuerKeyRefusal>> => {
    const signer = await keyFileSigner(file, { mayCreate: false });
    if (!signer.ok) return unusable(file, 'trouble' in signer.error ? signer.error.trouble : signer.error.code);
    if (signer.value.publicKey.toHex() !== publicKey.toHex()) return unusable(file, 'another_key');
    opened.set(file, signer.value);
    return signer;
  };
  return {
    create: async () => {
      try {
        await makeFolder(folder);
        return ok(await createNamedKey(fileOf));
      } catch (error) {
        return unusable(folder, (error as NodeJS.ErrnoException).code ?? String(error));
      }
    },
    open: async (publicKey) => {
      const file = fileOf(publicKey);
      const before = opened.get(file);
      return before === undefined ? open(file, publicKey) : ok(before);
    },
  };
}
