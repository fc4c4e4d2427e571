import { BLUETOOTH, BLUETOOTH_TO_CLOUD, USB, WIFI } from '../interfaces.ts';
import type { ProductDescription } from '../product-description.ts';

const CLOUD = { name: 'Lyngvik Cloud', provider: 'Lyngvik Devices AS', purpose: 'アカウントとファームウェアの配信' };
const ACCOUNT = { what: 'アカウントのメールアドレス', purpose: '利用者の認証', where: ['service', 'app'] };

/** Products of the foreign maker, which applies through its agent. */
export const LYNGVIK_PRODUCTS: readonly ProductDescription[] = [
  {
    code: 'LS-1',
    type: 'smart-speaker',
    name: { ja: 'スマートスピーカー Lyd LS-1', en: 'Lyd LS-1 Smart Speaker' },
    description: {
      ja: '声で操作できるスピーカーです。マイクは本体のスイッチで切れます。',
      en: 'A speaker controlled by voice; a switch on the device cuts off its microphone.',
    },
    firmware: '2.14.0',
    models: [{ number: 'LS-1-GR' }, { number: 'LS-1-WH', difference: '布の色' }],
    modelDifferences: '布の色だけが違います。',
    interfaces: [WIFI, BLUETOOTH],
    personalData: [ACCOUNT, { what: '声による指示', purpose: '指示の認識', where: ['service'] }],
    services: [CLOUD],
    updates: 'on',
    supportYears: 6,
    evaluator: 'manufacturer',
    recognition: { id: 'uk-psti', statement: 'https://lyngvik-devices.example/uk-psti/ls-1' },
  },
  {
    code: 'LB-2',
    type: 'wearable',
    name: { ja: '活動量計 Puls LB-2', en: 'Puls LB-2 Activity Tracker' },
    description: {
      ja: '歩数と心拍数を測る腕輪型の活動量計です。',
      en: 'A bracelet that counts steps and measures the heart rate.',
    },
    firmware: '1.8.2',
    models: [{ number: 'LB-2-S' }, { number: 'LB-2-L', difference: '腕輪の長さ' }],
    modelDifferences: '腕輪の長さだけが違います。',
    interfaces: [BLUETOOTH_TO_CLOUD],
    personalData: [ACCOUNT, { what: '歩数・心拍数・睡眠の記録', purpose: '健康の記録', where: ['device', 'app'] }],
    services: [CLOUD],
    updates: 'on',
    supportYears: 4,
    evaluator: 'assessment-company',
    safety: {
      whenDataDamaged: '測定値が正しくないときは表示せず、その旨を知らせます。',
      recovery: 'アプリから初期化し、最新のファームウェアを書き込めます。',
    },
  },
  {
    code: 'LT-BEAR',
    type: 'smart-toy',
    name: { ja: '話すぬいぐるみ Bamse', en: 'Bamse Talking Bear' },
    description: {
      ja: '子どもの話に答えるぬいぐるみです。',
      en: 'A bear that answers what children say.',
    },
    firmware: '1.1.1',
    models: [{ number: 'LT-BEAR-1' }],
    interfaces: [WIFI, USB],
    personalData: [
      ACCOUNT,
      { what: '子どもの声', purpose: '返事を作る', where: ['service'], sharedWith: '音声認識の委託先' },
    ],
    services: [CLOUD],
    updates: 'on',
    supportYears: 3,
    evaluator: 'manufacturer',
  },
];
