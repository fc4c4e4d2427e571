import { join, resolve } from 'node:path';
import { isKeyName } from '../formats/signed-note/verifier-key.ts';
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
