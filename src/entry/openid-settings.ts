import { readFileSync } from 'node:fs';
import type { Setting } from './setting.ts';

/** An issuer to the letter: https, or http on this machine; a slash at its end belongs to it. */
function issuer(text: string): string | undefined {
  const url = URL.parse(text);
  if (text === '') return text;
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === 'localhost');
  return isSafe && !/[?#\s]/.test(text) ? text : undefined;
}

/** The first line of a file that holds nothing else. */
function secretIn(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim() || undefined;
  } catch {
    return undefined;
  }
}

/** What an OpenID provider is reached with. */
export const OPENID = {
  issuer: {
    variable: 'OPENID_ISSUER',
    otherwise: '',
    wanted: 'config.wanted.issuer',
    example: 'https://gbiz-id.go.jp/oauth/',
    read: issuer,
  },
  clientId: {
    variable: 'OPENID_CLIENT_ID',
    otherwise: '',
    wanted: 'config.wanted.client-id',
    example: 'shirushi',
    read: (text: string) => (text === '' ? undefined : text),
  },
  clientSecret: {
    variable: 'OPENID_CLIENT_SECRET_FILE',
    otherwise: '',
    wanted: 'config.wanted.secret-file',
    example: '/etc/shirushi/openid-secret',
    read: secretIn,
  },
} as const satisfies Readonly<Record<string, Setting<string>>>;
