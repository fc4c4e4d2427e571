import type { Setting } from './setting.ts';

/** The application id of the public register of corporate numbers; without one nothing is looked up. */
export const CORPORATE_NUMBER_APP_ID: Setting<string> = {
  variable: 'CORPORATE_NUMBER_APP_ID',
  isSecret: true,
  otherwise: '',
  wanted: 'config.wanted.corporate-number-app-id',
  example: 'Ktest01test01',
  read: (text) => (text === '' || /^[A-Za-z0-9]{13}$/.test(text) ? text : undefined),
};
