import type { InterfaceRow } from '../../src/core/case/application.ts';

/** Ways in and out of the products of the world; products name those they have. */
export const LAN: InterfaceRow = {
  name: 'LAN',
  medium: 'ethernet',
  speaksIp: true,
  overInternet: false,
  purpose: '構内・宅内の機器との有線接続',
};
export const WAN: InterfaceRow = {
  name: 'WAN',
  medium: 'ethernet',
  speaksIp: true,
  overInternet: true,
  purpose: 'インターネット回線への接続',
};
export const WIFI: InterfaceRow = {
  name: 'Wi-Fi',
  medium: 'wifi',
  speaksIp: true,
  overInternet: true,
  purpose: 'ルーターを経由したクラウドとの通信',
};
export const BLUETOOTH: InterfaceRow = {
  name: 'Bluetooth',
  medium: 'bluetooth',
  speaksIp: false,
  overInternet: false,
  purpose: 'スマートフォンのアプリとの初期設定と操作',
};
/** Of products without an address of their own: their data reach the Internet by the phone. */
export const BLUETOOTH_TO_CLOUD: InterfaceRow = {
  ...BLUETOOTH,
  overInternet: true,
  purpose: 'スマートフォンのアプリを経由したクラウドとの通信',
};
export const LTE: InterfaceRow = {
  name: 'LTE',
  medium: 'cellular',
  speaksIp: true,
  overInternet: true,
  purpose: '携帯電話回線による監視サーバーとの通信',
};
export const USB: InterfaceRow = {
  name: 'USB',
  medium: 'usb',
  speaksIp: false,
  overInternet: false,
  purpose: '保守用の接続とファームウェアの書込み',
};
export const RS485: InterfaceRow = {
  name: 'RS-485',
  medium: 'serial',
  speaksIp: false,
  overInternet: false,
  purpose: '制御盤・計測器との接続',
};
export const RADIO_920: InterfaceRow = {
  name: '920MHz無線',
  medium: 'other-wireless',
  speaksIp: false,
  overInternet: false,
  purpose: '子機との省電力無線',
};
