import { LTE, RADIO_920, WIFI } from '../interfaces.ts';
import type { ProductDescription } from '../product-description.ts';

/** Products of the one-person firm. */
export const KOHARU_PRODUCTS: readonly ProductDescription[] = [
  {
    code: 'MZ-1',
    type: 'sensor',
    name: { ja: '田んぼの水位計 みずもり MZ-1', en: 'Mizumori MZ-1 Paddy Water Gauge' },
    description: {
      ja: '田んぼの水の深さを測って知らせる電池式の水位計です。',
      en: 'A battery-powered gauge that reports the depth of water in a paddy field.',
    },
    firmware: '1.4.0',
    models: [{ number: 'MZ-1' }],
    interfaces: [LTE, RADIO_920],
    lacks: ['network-user-authentication', 'password', 'stores-user-data'],
    updates: 'on',
    supportYears: 5,
    supportKinds: ['security-updates', 'inquiries'],
    evaluator: 'manufacturer',
  },
  {
    code: 'KW-1',
    type: 'other',
    name: { ja: '薪ストーブ見守り器 ぬくもり KW-1', en: 'Nukumori KW-1 Stove Monitor' },
    description: {
      ja: '薪ストーブの温度を測ってスマートフォンに知らせる小さな装置です。',
      en: 'A small device that reports the temperature of a wood stove to a phone.',
    },
    firmware: '0.3.0',
    models: [{ number: 'KW-1' }],
    interfaces: [WIFI],
    lacks: ['stores-user-data'],
    updates: 'off',
    supportYears: 3,
    supportKinds: ['security-updates', 'inquiries'],
    evaluator: 'manufacturer',
  },
];
