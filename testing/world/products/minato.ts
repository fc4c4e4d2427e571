import { LAN, USB, WAN, WIFI } from '../interfaces.ts';
import type { ProductDescription } from '../product-description.ts';

const ROUTER_DATA = [
  { what: '接続した機器のMACアドレスと接続時刻', purpose: '接続の許可と履歴の表示', where: ['device'] },
];
const UPDATE_SERVICE = {
  name: 'みなとアップデート',
  provider: '株式会社みなとネットワークス',
  purpose: 'ファームウェアの配信',
  website: 'https://update.minato.example/',
};

/** Products of the maker of communication devices. */
export const MINATO_PRODUCTS: readonly ProductDescription[] = [
  {
    code: 'HGW-700',
    type: 'router',
    name: { ja: 'ホームゲートウェイ みなと HGW-700シリーズ', en: 'Minato Home Gateway HGW-700 series' },
    description: {
      ja: '家庭の機器をインターネットにつなぐ無線LANルーターです。来客用の別のネットワークを作れます。',
      en: 'A wireless router that connects the devices of a home to the Internet and can offer guests a network of their own.',
    },
    firmware: '3.2.0',
    models: [
      { number: 'HGW-700W', name: 'みなと ホームゲートウェイ（白）' },
      { number: 'HGW-700K', name: 'みなと ホームゲートウェイ（黒）', difference: '筐体の色' },
      { number: 'HGW-720W', name: 'みなと ホームゲートウェイ 8ポート（白）', difference: 'LANポートの数' },
    ],
    modelDifferences: '筐体の色とLANポートの数だけが違います。基板とファームウェアは同じです。',
    interfaces: [LAN, WAN, WIFI],
    personalData: ROUTER_DATA,
    services: [UPDATE_SERVICE],
    updates: 'on',
    supportYears: 6,
    evaluator: 'manufacturer-qualified',
  },
  {
    code: 'SW-24M',
    type: 'network-switch',
    name: { ja: '管理機能付きスイッチ SW-24M', en: 'SW-24M Managed Switch' },
    description: {
      ja: '24ポートの管理機能付きスイッチです。VLANと接続端末の認証に対応しています。',
      en: 'A managed switch with 24 ports, VLANs and authentication of attached devices.',
    },
    firmware: '5.1.4',
    models: [
      { number: 'SW-24M', name: '24ポート' },
      { number: 'SW-24MP', name: '24ポート（給電対応）', difference: 'PoE給電の有無' },
    ],
    modelDifferences: '給電機能の有無だけが違います。',
    interfaces: [LAN, USB],
    lacks: ['password', 'stores-user-data'],
    updates: 'off',
    supportYears: 7,
    evaluator: 'manufacturer-qualified',
    limitations: '管理用のVLANを利用者の端末と分けて使うことを前提とします。',
  },
  {
    code: 'FW-50',
    type: 'firewall',
    name: { ja: '小規模拠点向けUTM まもりば FW-50', en: 'Mamoriba FW-50 UTM for Small Offices' },
    description: {
      ja: '小さな事務所のためのファイアウォールとVPNの装置です。脅威情報を毎日受け取ります。',
      en: 'A firewall and VPN appliance for small offices that receives threat information every day.',
    },
    firmware: '2.8.1',
    models: [{ number: 'FW-50' }, { number: 'FW-50L', difference: 'LTE予備回線の有無' }],
    modelDifferences: 'LTEによる予備回線の有無だけが違います。',
    interfaces: [LAN, WAN, USB],
    personalData: [
      { what: 'VPN利用者の名前とメールアドレス', purpose: 'VPNの認証', where: ['device'] },
      { what: '通信の記録（送信元・宛先）', purpose: '不正な通信の調査', where: ['device', 'service'] },
    ],
    services: [
      UPDATE_SERVICE,
      { name: '脅威情報配信', provider: '株式会社みなとネットワークス', purpose: '不正な通信先の一覧の更新' },
    ],
    updates: 'on',
    supportYears: 5,
    evaluator: 'assessment-company',
  },
  {
    code: 'GW-10',
    type: 'gateway',
    name: { ja: 'IoTゲートウェイ つなぎ GW-10', en: 'Tsunagi GW-10 IoT Gateway' },
    description: {
      ja: '工場の計測器をクラウドにつなぐゲートウェイです。通信を暗号化して送ります。',
      en: 'A gateway that connects the measuring devices of a plant to a cloud over encrypted links.',
    },
    firmware: '1.9.3',
    models: [{ number: 'GW-10' }],
    interfaces: [LAN, WIFI, USB],
    lacks: ['stores-user-data'],
    services: [UPDATE_SERVICE],
    updates: 'on',
    supportYears: 5,
    evaluator: 'manufacturer',
  },
  {
    code: 'NAS-4B',
    type: 'network-storage',
    name: { ja: 'ネットワークストレージ みなとくら NAS-4B', en: 'Minatokura NAS-4B Network Storage' },
    description: {
      ja: '4台のディスクを収める家庭・事務所用のネットワークストレージです。外出先からも使えます。',
      en: 'Network storage with four disks for homes and offices, also reachable from outside.',
    },
    firmware: '7.0.2',
    models: [{ number: 'NAS-4B' }, { number: 'NAS-2B', difference: 'ディスクの数' }],
    modelDifferences: '収めるディスクの数だけが違います。',
    interfaces: [LAN, USB],
    personalData: [
      { what: '利用者の名前とパスワード', purpose: '利用者の認証', where: ['device'] },
      { what: '利用者が保存したファイル', purpose: '保管と共有', where: ['device'] },
    ],
    services: [UPDATE_SERVICE],
    updates: 'on',
    supportYears: 6,
    evaluator: 'manufacturer-qualified',
  },
  {
    code: 'VC-200',
    type: 'conference-device',
    name: { ja: 'テレビ会議端末 よりあい VC-200', en: 'Yoriai VC-200 Video Conference Unit' },
    description: {
      ja: 'カメラとマイクを備えた会議室用のテレビ会議端末です。会議の映像は端末に残りません。',
      en: 'A video conference unit for meeting rooms with camera and microphones; it keeps no pictures of meetings.',
    },
    firmware: '1.0.0',
    models: [{ number: 'VC-200' }],
    interfaces: [LAN, WIFI],
    personalData: [
      { what: '会議の映像と音声', purpose: '相手への送信', where: ['device', 'service'] },
      { what: '連絡先の名前と番号', purpose: '発信', where: ['device'] },
    ],
    services: [{ name: 'よりあいコネクト', provider: '株式会社みなとネットワークス', purpose: '会議の接続' }],
    updates: 'on',
    supportYears: 5,
    evaluator: 'assessment-company',
  },
  {
    code: 'AP-6X',
    type: 'network-switch',
    name: { ja: '無線アクセスポイント AP-6X', en: 'AP-6X Wireless Access Point' },
    description: {
      ja: '店舗・学校向けの天井取付け型の無線アクセスポイントです。',
      en: 'A ceiling-mounted wireless access point for shops and schools.',
    },
    firmware: '0.9.8',
    models: [{ number: 'AP-6X' }],
    interfaces: [LAN, WIFI],
    personalData: ROUTER_DATA,
    services: [UPDATE_SERVICE],
    updates: 'on',
    supportYears: 5,
    evaluator: 'manufacturer-qualified',
  },
];
