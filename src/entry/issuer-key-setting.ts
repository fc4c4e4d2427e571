import { join, resolve } from 'node:path';
import type { Setting } from './setting.ts';

/** The folder with the keys of credentials, in the data folder unless another is named. */
export function issuerKeySetting(dataDirectory: string | undefined): Setting<string> {
  return {
    variable: 'ISSUER_KEY_DIR',
    otherwise: join(dataDirectory ?? '.', 'issuer-keys'),
    wanted: 'config.wanted.directory',
    example: '/etc/shirushi/issuer-keys',
    read: (text) => resolve(text),
  };
}
