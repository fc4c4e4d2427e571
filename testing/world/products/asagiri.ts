import { LAN, LTE, RADIO_920, RS485, USB, WIFI } from '../interfaces.ts';
import type { ProductDescription } from '../product-description.ts';

const ASAGIRI = '株式会社あさぎりエナジー';
const MONITORING = { name: 'あさぎりモニター', provider: ASAGIRI, purpose: '遠隔監視とファームウェアの配信' };
const SITE = { what: '設置場所の住所と契約者の名前', purpose: '保守の連絡', where: ['service'] };
const POWER_USE = { what: '電力の使用量と発電量', purpose: '見える化と制御', where: ['device', 'service'] };

/** Products of the maker of energy devices; a failure of any of them can do harm. */
export const ASAGIRI_PRODUCTS: readonly ProductDescription[] = [
  {
    code: 'FC-07',
    type: 'fuel-cell',
    name: { ja: '家庭用燃料電池 あさあけ FC-07', en: 'Asaake FC-07 Household Fuel Cell' },
    description: {
      ja: '都市ガスから電気とお湯を作る家庭用燃料電池です。',
      en: 'A household fuel cell that makes electricity and hot water from city gas.',
    },
    firmware: '2.3.1',
    models: [{ number: 'FC-07A' }, { number: 'FC-07B', difference: '排熱利用タンクの容量' }],
    modelDifferences: '排熱を使うタンクの容量だけが違います。',
    interfaces: [LAN, RADIO_920],
    lacks: ['password'],
    personalData: [SITE, POWER_USE],
    services: [MONITORING],
    updates: 'on',
    supportYears: 10,
    evaluator: 'manufacturer-qualified',
    safety: {
      whenDataDamaged: '制御値が範囲を外れると燃料の供給を閉じ、安全に停止します。',
      recovery: '保守員が端子から署名済みのファームウェアを書き込み、点検の後に再起動します。',
    },
  },
  {
    code: 'WH-24',
    type: 'water-heater',
    name: { ja: 'ガス給湯器 ゆのか WH-24', en: 'Yunoka WH-24 Gas Water Heater' },
    description: {
      ja: 'アプリからお湯はりができるガス給湯器です。',
      en: 'A gas water heater whose bath can be filled from an app.',
    },
    firmware: '1.7.0',
    models: [{ number: 'WH-24S' }, { number: 'WH-24L', difference: '給湯能力' }],
    modelDifferences: '給湯能力だけが違います。',
    interfaces: [WIFI],
    personalData: [{ what: 'アプリの利用者のメールアドレス', purpose: 'アカウントの認証', where: ['service'] }],
    services: [MONITORING],
    updates: 'on',
    supportYears: 10,
    evaluator: 'manufacturer',
    safety: {
      whenDataDamaged: '通信からの指示が正しくないときは無視し、燃焼は本体の安全装置だけに従います。',
      recovery: '台所リモコンから通信の設定を初期化できます。',
    },
  },
  {
    code: 'PCS-59',
    type: 'power-conditioner',
    name: { ja: '太陽光発電用パワーコンディショナー PCS-59', en: 'PCS-59 Solar Power Conditioner' },
    description: {
      ja: '住宅用の太陽光発電の電気を家で使える形に変える装置です。出力制御に対応しています。',
      en: 'Turns the current of household solar panels into usable power and follows output control by the grid.',
    },
    firmware: '3.5.2',
    models: [{ number: 'PCS-59' }, { number: 'PCS-80', difference: '定格出力' }],
    modelDifferences: '定格出力だけが違います。',
    interfaces: [LAN, RS485],
    lacks: ['stores-user-data'],
    services: [MONITORING],
    updates: 'off',
    supportYears: 10,
    evaluator: 'external-qualified',
    safety: {
      whenDataDamaged: '制御の指示が壊れているときは系統から切り離し、出力を止めます。',
      recovery: '保守用の端子から署名済みのファームウェアを書き戻せます。',
    },
  },
  {
    code: 'ES-12',
    type: 'storage-system',
    name: { ja: '家庭用蓄電システム たくわえ ES-12', en: 'Takuwae ES-12 Home Storage System' },
    description: {
      ja: '停電のときも家の電気を保つ12kWhの蓄電システムです。',
      en: 'A storage system of 12 kWh that keeps a home supplied in a power cut.',
    },
    firmware: '2.1.6',
    models: [{ number: 'ES-12' }],
    interfaces: [LAN, WIFI, RS485],
    personalData: [SITE, POWER_USE],
    services: [MONITORING],
    updates: 'on',
    supportYears: 10,
    evaluator: 'assessment-company',
    safety: {
      whenDataDamaged: '電池の状態が読めないときは充放電を止め、遮断器を開きます。',
      recovery: '表示部から通信部だけを初期化し、電池の保護は独立した回路が続けます。',
    },
  },
  {
    code: 'BMS-4',
    type: 'battery-management',
    name: { ja: '産業用電池管理装置 BMS-4', en: 'BMS-4 Industrial Battery Management System' },
    description: {
      ja: '工場の蓄電池の温度と電圧を見張る装置です。',
      en: 'Watches temperature and voltage of the batteries of a plant.',
    },
    firmware: '1.1.0',
    models: [{ number: 'BMS-4' }],
    interfaces: [LAN, RS485, USB],
    lacks: ['stores-user-data', 'password'],
    updates: 'none',
    supportYears: 8,
    evaluator: 'external-qualified',
    safety: {
      whenDataDamaged: '測定値が途切れると警報を出し、充電を止める接点を開きます。',
      recovery: 'USBから署名済みのファームウェアを書き込めます。',
    },
  },
  {
    code: 'EM-5',
    type: 'energy-management',
    name: { ja: 'HEMSコントローラー くらしめ EM-5', en: 'Kurashime EM-5 Home Energy Controller' },
    description: {
      ja: '家の電気の使い方を表示し、機器を制御するコントローラーです。',
      en: 'Shows how a home uses power and controls its devices.',
    },
    firmware: '5.0.0',
    models: [{ number: 'EM-5' }, { number: 'EM-5T', difference: '表示部の有無' }],
    modelDifferences: '表示部の有無だけが違います。',
    interfaces: [LAN, WIFI, RADIO_920],
    personalData: [POWER_USE],
    services: [MONITORING],
    updates: 'on',
    supportYears: 7,
    evaluator: 'manufacturer-qualified',
    safety: {
      whenDataDamaged: '設定が読めないときは機器への指示を出さず、各機器の手動の操作に任せます。',
      recovery: '初期化ボタンで工場出荷時の状態に戻せます。',
    },
  },
  {
    code: 'EV-6',
    type: 'vehicle-charger',
    name: { ja: '電気自動車用充電器 EV-6', en: 'EV-6 Vehicle Charger' },
    description: {
      ja: '集合住宅の駐車場のための6kWの充電器です。',
      en: 'A charger of 6 kW for the car parks of apartment buildings.',
    },
    firmware: '0.8.0',
    models: [{ number: 'EV-6' }],
    interfaces: [LTE, RS485],
    personalData: [{ what: '利用者の認証番号と充電の履歴', purpose: '料金の精算', where: ['device', 'service'] }],
    services: [MONITORING],
    updates: 'on',
    supportYears: 8,
    evaluator: 'manufacturer',
    safety: {
      whenDataDamaged: '制御の信号が正しくないときは充電を止めます。',
      recovery: '遠隔監視から署名済みの更新を送り直せます。',
    },
  },
];
