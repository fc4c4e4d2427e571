import { resolve } from 'node:path';
import type { Setting } from './setting.ts';

/**
 * Where the public side is copied to as files while the program serves, and where the program runs for readers of the
 * copy.
 */
export type StaticExportConfig = { readonly folder: string; readonly live: string | undefined };

const FOLDER: Setting<string> = {
  variable: 'STATIC_EXPORT',
  otherwise: '',
  wanted: 'config.wanted.directory',
  example: '/srv/www/label',
  read: (text) => (text === '' ? '' : resolve(text)),
};

const LIVE: Setting<string> = {
  variable: 'STATIC_EXPORT_LIVE',
  otherwise: '',
  wanted: 'config.wanted.base-url',
  example: 'https://app.label.example.jp',
  read: (text) => (text === '' || /^https?:\/\/[^\s?#]+$/.test(text) ? text.replace(/\/+$/, '') : undefined),
};

/** The folder and address that are configured; without a folder nothing is copied. */
export function readStaticExport(read: (setting: Setting<string>) => string): StaticExportConfig | undefined {
  const [folder, live] = [read(FOLDER), read(LIVE)];
  return folder === '' ? undefined : { folder, live: live === '' ? undefined : live };
}
