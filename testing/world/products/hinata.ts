import { BLUETOOTH, LAN, USB, WIFI } from '../interfaces.ts';
import type { ProductDescription } from '../product-description.ts';

const HINATA = '株式会社ひなた電機製作所';
const APP_SERVICE = { name: 'ひなたリンク', provider: HINATA, purpose: 'アプリからの操作とファームウェアの配信' };
const APP_ACCOUNT = { what: 'アプリの利用者のメールアドレス', purpose: 'アカウントの認証', where: ['service', 'app'] };

/** Sizes, grades, panels and years of an air conditioner series: many models of one design. */
function airConditionerModels(): ProductDescription['models'] {
  const sizes = ['22', '25', '28', '36', '40', '56', '63'];
  const grades = ['S', 'D', 'X'];
  const panels = ['W', 'C', 'K', 'T', 'B', 'G'];
  return sizes.flatMap((size) =>
    grades.flatMap((grade) =>
      panels.map((panel) => ({ number: `HA-${size}${grade}6-${panel}`, difference: '冷房能力・グレード・パネルの色' })),
    ),
  );
}

/** Products of the maker of household appliances and office machines. */
export const HINATA_PRODUCTS: readonly ProductDescription[] = [
  {
    code: 'RV-3',
    type: 'cleaning-appliance',
    name: { ja: 'ロボット掃除機 ころり RV-3', en: 'Korori RV-3 Robot Vacuum Cleaner' },
    description: {
      ja: '間取りを覚えて掃除するロボット掃除機です。間取りは本体だけに保存します。',
      en: 'A robot vacuum cleaner that learns the floor plan and keeps it on the device only.',
    },
    firmware: '4.4.0',
    models: [{ number: 'RV-3W' }, { number: 'RV-3N', difference: '本体の色' }],
    modelDifferences: '本体の色だけが違います。',
    interfaces: [WIFI, BLUETOOTH],
    personalData: [APP_ACCOUNT, { what: '家の間取り', purpose: '掃除の経路の計画', where: ['device'] }],
    services: [APP_SERVICE],
    updates: 'on',
    supportYears: 5,
    evaluator: 'manufacturer',
  },
  {
    code: 'RF-45',
    type: 'kitchen-appliance',
    name: { ja: '冷凍冷蔵庫 みのり RF-45', en: 'Minori RF-45 Refrigerator' },
    description: {
      ja: '庫内の温度をアプリで確かめられる冷凍冷蔵庫です。',
      en: 'A refrigerator whose temperature can be read in an app.',
    },
    firmware: '2.0.5',
    models: [{ number: 'RF-45L' }, { number: 'RF-45R', difference: '扉の開く向き' }],
    modelDifferences: '扉の開く向きだけが違います。',
    interfaces: [WIFI],
    personalData: [APP_ACCOUNT],
    services: [APP_SERVICE],
    updates: 'on',
    supportYears: 9,
    evaluator: 'manufacturer',
    safety: {
      whenDataDamaged: '設定が読めないときは標準の温度で冷却を続け、通信だけを止めます。',
      recovery: '操作部の長押しで通信の設定を消し、署名を確かめた更新を適用し直せます。',
    },
  },
  {
    code: 'HA-6',
    type: 'air-conditioner',
    name: { ja: 'ルームエアコン そよぎ HA-6シリーズ', en: 'Soyogi HA-6 series Room Air Conditioners' },
    description: {
      ja: '外出先からも操作できるルームエアコンです。能力・グレード・色の違う126の型番があります。',
      en: 'Room air conditioners that can be controlled from outside; 126 models of different capacity, grade and colour.',
    },
    firmware: '6.1.2',
    models: airConditionerModels(),
    modelDifferences:
      '冷房能力、運転モードの数、パネルの色が違います。通信モジュールとそのファームウェアは全て同じです。',
    interfaces: [WIFI, BLUETOOTH],
    personalData: [APP_ACCOUNT, { what: '運転の履歴', purpose: '省エネの提案', where: ['service'] }],
    services: [APP_SERVICE],
    updates: 'on',
    supportYears: 10,
    supportKinds: ['security-updates', 'function-updates', 'inquiries', 'repair', 'security-notices'],
    evaluator: 'manufacturer-qualified',
    safety: {
      whenDataDamaged: '設定が壊れたときは運転を止め、リモコンだけで操作できる状態で再開します。',
      recovery: '通信モジュールを初期化し、工場出荷時のファームウェアから更新できます。',
    },
  },
  {
    code: 'LT-8',
    type: 'lighting',
    name: { ja: 'シーリングライト あかり LT-8', en: 'Akari LT-8 Ceiling Light' },
    description: {
      ja: 'アプリと声で明るさを変えられるシーリングライトです。',
      en: 'A ceiling light whose brightness follows an app or the voice.',
    },
    firmware: '1.3.0',
    models: [{ number: 'LT-8' }, { number: 'LT-12', difference: '明るさ' }],
    modelDifferences: '明るさだけが違います。',
    interfaces: [WIFI, BLUETOOTH],
    lacks: ['password', 'stores-user-data'],
    services: [APP_SERVICE],
    updates: 'on',
    supportYears: 5,
    evaluator: 'manufacturer',
  },
  {
    code: 'TV-55Q',
    type: 'television',
    name: { ja: '液晶テレビ ひなたビュー TV-55Q', en: 'Hinata View TV-55Q Television' },
    description: {
      ja: 'ネット動画に対応した液晶テレビです。',
      en: 'A television for broadcasts and Internet video.',
    },
    firmware: '8.2.7',
    models: [{ number: 'TV-55Q' }, { number: 'TV-65Q', difference: '画面の大きさ' }],
    modelDifferences: '画面の大きさだけが違います。',
    interfaces: [LAN, WIFI, BLUETOOTH, USB],
    personalData: [
      { what: '視聴の履歴', purpose: '番組の提案', where: ['device', 'service'], sharedWith: '動画配信事業者' },
    ],
    services: [APP_SERVICE],
    updates: 'on',
    supportYears: 2,
    evaluator: 'manufacturer',
  },
  {
    code: 'GX-1',
    type: 'game-console',
    name: { ja: '家庭用ゲーム機 ひなたばこ GX-1', en: 'Hinatabako GX-1 Game Console' },
    description: {
      ja: '家族で遊ぶ据置型のゲーム機です。保護者が遊ぶ時間を決められます。',
      en: 'A home game console for families; parents can set the time of play.',
    },
    firmware: '1.5.1',
    models: [{ number: 'GX-1' }],
    interfaces: [LAN, WIFI, BLUETOOTH, USB],
    personalData: [
      { what: '利用者のニックネームと生年', purpose: '年齢に合わせた表示', where: ['device', 'service'] },
      { what: '遊んだ時間', purpose: '保護者への表示', where: ['service', 'app'] },
    ],
    services: [{ name: 'ひなたばこネット', provider: HINATA, purpose: '対戦とソフトウェアの配信' }],
    updates: 'on',
    supportYears: 6,
    evaluator: 'external-qualified',
  },
  {
    code: 'PX-90',
    type: 'printer',
    name: { ja: 'デジタル複合機 すり PX-90', en: 'Suri PX-90 Multi-function Printer' },
    description: {
      ja: '印刷・複写・読取りができる事務所用の複合機です。読み取った原稿は送信後に消去します。',
      en: 'An office machine that prints, copies and scans, and erases what it scanned once it is sent.',
    },
    firmware: '12.0.1',
    models: [{ number: 'PX-90' }, { number: 'PX-90F', difference: 'ファクス機能の有無' }],
    modelDifferences: 'ファクス機能の有無だけが違います。',
    interfaces: [LAN, WIFI, USB],
    personalData: [
      { what: '宛先の名前と番号', purpose: '読取り結果の送信', where: ['device'] },
      { what: '印刷と読取りの履歴', purpose: '管理者への表示', where: ['device'] },
    ],
    updates: 'off',
    supportYears: 7,
    evaluator: 'assessment-company',
    limitations: '認証を使った印刷を有効にした設定で適合します。',
  },
  {
    code: 'DP-7',
    type: 'intercom',
    name: { ja: 'テレビドアホン こんにちは DP-7', en: 'Konnichiwa DP-7 Video Door Phone' },
    description: {
      ja: '来客の映像を室内とスマートフォンで見られるテレビドアホンです。',
      en: 'A video door phone that shows visitors indoors and on a phone.',
    },
    firmware: '3.0.3',
    models: [{ number: 'DP-7' }, { number: 'DP-7W', difference: '室内機の台数' }],
    modelDifferences: '付属する室内機の台数だけが違います。',
    interfaces: [WIFI, BLUETOOTH],
    personalData: [APP_ACCOUNT, { what: '来客の映像', purpose: '録画の再生', where: ['device'] }],
    services: [APP_SERVICE],
    updates: 'on',
    supportYears: 2,
    evaluator: 'manufacturer',
  },
];
