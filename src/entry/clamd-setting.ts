import { isAbsolute } from 'node:path';
import type { ClamdAddress } from '../adapters/clamd.ts';
import { wholeNumber, type Setting } from './setting.ts';

/** Where clamd listens, if it is to scan at all. */
export type ClamdSetting = { readonly address: ClamdAddress | undefined };

/** A Unix socket by its whole path, or a host and its port; none when the text is empty. */
function clamdAddress(text: string): ClamdSetting | undefined {
  if (text === '') return { address: undefined };
  if (isAbsolute(text)) return { address: { path: text } };
  const [, host, digits = ''] = /^([\w.-]+|\[[0-9a-f:.]+\]):(\d{1,5})$/i.exec(text) ?? [];
  const port = wholeNumber(1, 65_535)(digits);
  return host === undefined || port === undefined
    ? undefined
    : { address: { host: host.replace(/^\[|\]$/g, ''), port } };
}

/** The socket of the malware scanner. */
export const CLAMD: Setting<ClamdSetting> = {
  variable: 'CLAMD',
  otherwise: '',
  wanted: 'config.wanted.clamd',
  example: '/run/clamav/clamd.ctl',
  read: clamdAddress,
};
