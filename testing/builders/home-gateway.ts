import type { Application, DeterminationRow, InterfaceRow } from '../../src/core/case/application.ts';
import type { Scheme } from '../../src/core/scheme/scheme.ts';
import { completeApplication } from './application.ts';

/** The day the example was signed off; everything in it lies before, the end of support ten years after. */
export const EXAMPLE_DAY = Temporal.PlainDate.from('2026-11-01');

const FIRMWARE = '3.2.0';
const MODELS = ['HGW-700', 'HGW-710', 'HGW-720P', 'HGW-730'].flatMap((series) =>
  ['W', 'K', 'G'].map((colour) => `${series}${colour}`),
);
const COLOURS: Readonly<Record<string, string>> = { W: '白', K: '黒', G: '灰' };

const INTERFACES: readonly InterfaceRow[] = [
  { name: 'WAN', medium: 'ethernet', speaksIp: true, overInternet: true, purpose: '回線終端装置との接続' },
  { name: 'LAN', medium: 'ethernet', speaksIp: true, overInternet: false, purpose: '宅内の機器との有線接続（4口）' },
  {
    name: 'Wi-Fi',
    medium: 'wifi',
    speaksIp: true,
    overInternet: false,
    purpose: '宅内の機器との無線接続（2.4GHz・5GHz）',
  },
  { name: 'USB', medium: 'usb', speaksIp: false, overInternet: false, purpose: '設定の控えを取る記憶装置の接続' },
  {
    name: '基板のデバッグ端子',
    medium: 'serial',
    speaksIp: false,
    overInternet: false,
    purpose: '製造時の検査だけに使う',
  },
];

type Story = { readonly explanation: string; readonly evidence: readonly string[]; readonly on?: string };

/** What was found for each criterion of ☆1, and which files of the example show it. */
const STORIES: Readonly<Record<string, Story>> = {
  'S1.1-01': {
    explanation:
      'IP通信で届く入口は、管理画面、アプリ、遠隔サポート、DNS・DHCPの4つです。設定と個人情報に届く3つは全て認証が要ります。DNS・DHCPからは届きません。',
    evidence: ['access-matrix.csv'],
  },
  'S1.1-02': {
    explanation: '初期パスワードは1台ごとに乱数で作り、製造番号やMACアドレスからは推測できません。',
    evidence: ['password-rule.md', 'model-label.png'],
  },
  'S1.1-03': {
    explanation: 'パスワードは管理画面で変更でき、アプリの鍵は消して登録し直せます（取扱説明書12ページ）。',
    evidence: ['manual-excerpt.md'],
  },
  'S1.1-04': {
    explanation:
      '3つの入口の全てで、待ち時間の倍増と停止が働くことを実機で確かめました。再起動しても停止は解けません。',
    evidence: ['login-attempts.txt'],
    on: '2026-09-08',
  },
  'S1.1-05': {
    explanation: '報告先、受領までの3営業日、14日ごとの状況のお知らせを、登録なしに読めるページに載せています。',
    evidence: ['vulnerability-policy.md', 'security.txt'],
  },
  'S1.1-06': {
    explanation: '構成要素は全て更新でき、電源を入れ直しても新しい版のままであることを実機で確かめました。',
    evidence: ['update-test.csv', 'components.csv'],
    on: '2026-09-09',
  },
  'S1.1-07': {
    explanation:
      '初めから自動で適用されます。手動でもアプリのボタン1つです。失敗したときは前の版で動き続け、ランプで知らせます。',
    evidence: ['manual-excerpt.md'],
  },
  'S1.1-08': {
    explanation: '書き換えたイメージ、別の鍵の署名、古い版の3種類を実機に入れ、全て拒まれました。',
    evidence: ['altered-image-test.txt'],
    on: '2026-09-09',
  },
  'S1.1-09': {
    explanation: 'PSIRT手順書で深刻さを3段階に分け、緊急は7日、重要は30日以内に直した版を出すことを目標にしています。',
    evidence: ['psirt-procedure.md'],
  },
  'S1.1-10': {
    explanation: '本体の銘板と、管理画面の最初のページに、知らせで使うものと同じ型番を表示します。',
    evidence: ['model-label.png'],
  },
  'S1.1-11': {
    explanation: '保存する情報は5種類です。パスワードは変換し、他は個体別の鍵で暗号化して保存します。',
    evidence: ['stored-data.csv'],
  },
  'S1.1-12': {
    explanation:
      '守るべき情報の流れは4つで、全てTLS 1.3又はWPA3・WPA2で守られます。24時間の記録に平文はありませんでした。',
    evidence: ['data-flow.md'],
    on: '2026-09-11',
  },
  'S1.1-13': {
    explanation:
      '使わないポートと機能が止まっていること、残したものに悪用可能な既知の脆弱性がないことを実機で確かめました。',
    evidence: ['port-scan.txt'],
    on: '2026-09-12',
  },
  'S1.1-14': {
    explanation: '停電、WANの切断、LANの切断、更新中の停電を計160回行い、設定と認証値は全て保たれました。',
    evidence: ['power-cycle.csv'],
    on: '2026-09-13',
  },
  'S1.1-15': {
    explanation:
      '初期化ボタンで全ての利用者の情報が消え、ファームウェアは新しい版のままであることを3台で確かめました。',
    evidence: ['erase-test.pdf', 'manual-excerpt.md'],
    on: '2026-09-14',
  },
  'S1.1-16': {
    explanation:
      '安全な設定、アップデート、サポートが終わる日、捨て方を、製品ページと取扱説明書26ページに載せています。',
    evidence: ['manual-excerpt.md'],
  },
};

function told(row: DeterminationRow): DeterminationRow {
  const story = STORIES[row.criterion ?? ''];
  if (story === undefined) throw new Error(`the example tells nothing of ${String(row.criterion)}`);
  return {
    ...row,
    explanation: story.explanation,
    evidence: story.evidence,
    determinedOn: Temporal.PlainDate.from(story.on ?? '2026-09-16'),
  };
}

/** The check digit that makes a GTIN-14 of thirteen digits. */
function gtin(base: string): string {
  const sum = Array.from(base, Number).reduce((total, digit, place) => total + digit * (place % 2 === 0 ? 3 : 1), 0);
  return `${base}${String((10 - (sum % 10)) % 10)}`;
}

/** The invented home gateway of the examples: twelve models, five interfaces, evidence for every criterion of ☆1. */
export function homeGateway(scheme: Scheme): Application {
  const complete = completeApplication(scheme, EXAMPLE_DAY, {
    level: 's1',
    productType: 'gateway',
    interfaces: INTERFACES,
    models: MODELS.map((number, place) => ({
      number,
      name: `みなと ホームゲートウェイ ${number.slice(0, -1)}（${COLOURS[number.slice(-1)] ?? ''}）`,
      tradeItemNumber: gtin(`04900000070${String(place + 10)}`),
      ...(number.startsWith('HGW-720P') ? { difference: '停電のときのための電池を内蔵' } : {}),
    })),
    personalData: [
      { what: '接続した機器のMACアドレスと名前', purpose: '接続の許可と履歴の表示', where: ['device', 'app'] },
      { what: 'メールアドレス', purpose: 'アプリの利用者の確認とお知らせ', where: ['service', 'app'] },
    ],
    services: [
      {
        name: 'みなとクラウド',
        provider: '株式会社みなとネットワークス',
        purpose: 'アップデートの配信、外からの状態の確認、遠隔サポート',
        website: 'https://cloud.minato-networks.example.jp/',
      },
    ],
    answers: {
      'product.website': 'https://www.minato-networks.example.jp/hgw-700/',
      'product.releasedOn': Temporal.PlainDate.from('2026-04-01'),
      'product.firmware': FIRMWARE,
      'product.description':
        '家庭の機器をインターネットにつなぐ無線LANルーターです。来客用の網を分け、つながった機器をアプリで確かめられます。',
      'product.descriptionEn':
        'A wireless router that connects the devices of a home to the Internet, keeps guests on a network of their own and lists connected devices in an app.',
      'product.modelDifferences':
        'ケースの色（W 白、K 黒、G 灰）、LANの口の数（HGW-710は2口）、電池の有無（HGW-720P）、電源の形（HGW-730）だけが違い、基板とファームウェアは同じです。',
      'updates.whenImpossible':
        'インターネットから外し、お客様相談窓口（0120-000-000）へ連絡してください。サポートの期間中は無料で交換します。',
      'support.endsOn': Temporal.PlainDate.from('2036-03-31'),
      'evaluation.evaluator': 'manufacturer-qualified',
      'evaluation.evaluatorName': '株式会社みなとネットワークス 品質保証部',
      'evaluation.qualification': '第000000号',
      'evaluation.completedOn': Temporal.PlainDate.from('2026-09-18'),
      'review.completedOn': Temporal.PlainDate.from('2026-09-25'),
      'declaration.signedOn': Temporal.PlainDate.from('2026-10-01'),
    },
  });
  return { ...complete, determinations: complete.determinations.map(told) };
}
