import { join, resolve } from 'node:path';
import { isKeyName, parseVerifierKey } from '../formats/signed-note/verifier-key.ts';
import { sha256Bytes } from '../app/sha256.ts';
import type { Setting } from './setting.ts';

/** The file with the key of the public log, in the data folder unless another is named. */
export function logKeySetting(dataDirectory: string | undefined): Setting<string> {
  return {
    variable: 'LOG_KEY_FILE',
    otherwise: join(dataDirectory ?? '.', 'log-key.pem'),
    wanted: 'config.wanted.log-key',
    example: '/etc/shirushi/log-key.pem',
    read: (text) => resolve(text),
  };
}

/** The name of the public log: its address without the scheme. A port that is not known yet is no part of it. */
function nameFrom(baseUrl: string | undefined): string {
  const address = (baseUrl ?? 'localhost').replace(/^https?:\/\//, '').replace(/:0(?=\/|$)/, '');
  return `${address.replaceAll('+', '-')}/log`;
}

/** The name of the public log, which the first start fixes for ever. */
export function logOriginSetting(baseUrl: string | undefined): Setting<string> {
  return {
    variable: 'LOG_ORIGIN',
    otherwise: nameFrom(baseUrl),
    wanted: 'config.wanted.log-origin',
    example: 'label.example.jp/log',
    read: (text) => (isKeyName(text) && text.length <= 200 ? text : undefined),
  };
}

/** A witness: its key, and where it listens, without a slash at the end. */
export type WitnessAddress = { readonly key: string; readonly address: string };

function witnessAt(text: string): WitnessAddress | undefined {
  const [key = '', address = '', more] = text.trim().split(/\s+/);
  const url = URL.parse(address);
  const isKey = parseVerifierKey(sha256Bytes, key);
  if (!isKey.ok || isKey.value.kind !== 'cosignature' || url === null || more !== undefined) return undefined;
  return /^https?:$/.test(url.protocol) ? { key, address: address.replace(/\/+$/, '') } : undefined;
}

/** The witnesses of the public log: key and address of each, with commas between them. */
const WITNESSES: Setting<readonly WitnessAddress[]> = {
  variable: 'WITNESSES',
  otherwise: '',
  wanted: 'config.wanted.witnesses',
  example: 'w.example.jp/1+0123abcd+BA… https://w.example.jp',
  read: (text) => {
    const read = text === '' ? [] : text.split(',').map(witnessAt);
    return read.every((witness) => witness !== undefined) ? read : undefined;
  },
};

/** The witnesses that are configured; the demonstration asks nobody. */
export function readWitnesses(
  read: (setting: typeof WITNESSES) => readonly WitnessAddress[],
  isDemonstration: boolean,
): readonly WitnessAddress[] {
  return isDemonstration ? [] : read(WITNESSES);
}
