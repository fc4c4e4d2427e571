import type { DeclarationDocument } from './declaration-document.ts';

const OBJECT: DeclarationDocument['object'] = {
  productName: 'みまもりカメラ ARGUS シリーズ',
  productType: { ja: 'ネットワークカメラ', en: 'Network camera' },
  description: '屋内用のネットワークカメラ。必須付随サービスとして映像中継サービスを用いる。',
  models: ['ARG-100', 'ARG-100W', 'ARG-100B', 'ARG-200', 'ARG-200W', 'ARG-200B', 'ARG-300/JP'],
  evaluatedFirmware: '2.4.1 (build 20260301)',
};

const REQUIREMENTS: DeclarationDocument['requirements'] = {
  id: 'S1',
  version: '1.1',
  title: { ja: '共通最低限適合基準', en: 'Common minimum criteria' },
  levelName: { ja: 'レベル1', en: 'Level 1' },
  criteria: [
    {
      id: 'S1.1-01',
      title: { ja: '適切な認証に基づくアクセス制御', en: 'Access control based on authentication' },
      wording: 'read',
      verdict: 'conforms',
    },
    {
      id: 'S1.1-02',
      title: { ja: '共通でないデフォルトパスワード', en: 'No universal default passwords' },
      wording: 'official_title',
      verdict: 'satisfied_by_recognition',
      remark: 'UK PSTI (SI 2023/1007)',
    },
    {
      id: 'S1.1-03',
      title: { ja: '認証値の変更機能', en: 'Changeable authentication values' },
      wording: 'reconstructed',
      verdict: 'not_applicable',
      remark: 'ネットワーク経由の利用者認証がないため。',
    },
  ],
};

const RESPONSIBILITIES: DeclarationDocument['responsibilities'] = [
  {
    party: { ja: 'IoT製品ベンダー', en: 'IoT product vendor' },
    answersFor: { ja: '評価、レビュー及び宣言の内容', en: 'Evaluation, review and content of the declaration' },
  },
  {
    party: { ja: 'ラベル付与機関', en: 'Label-issuing body' },
    answersFor: {
      ja: 'チェックリストの形式の確認及びラベルの付与',
      en: 'Format check of the checklist and granting of the label',
    },
  },
];

/** A complete declaration for tests; a test overrides what it is about. */
export function declarationExample(changes: Partial<DeclarationDocument> = {}): DeclarationDocument {
  return {
    declarationNumber: 'DOC-2026-000123-K',
    schemeName: { ja: 'IoT製品セキュリティ適合性評価制度', en: 'IoT Product Security Conformity Assessment Scheme' },
    issuer: {
      name: '例示電機株式会社',
      address: '〒100-0000\n東京都千代田区例示町1丁目2番3号',
      contact: '製品セキュリティ窓口 psirt@example.jp',
      corporateNumber: '1234567890123',
    },
    object: OBJECT,
    requirements: REQUIREMENTS,
    issued: { on: Temporal.PlainDate.from('2026-04-01'), place: '東京都千代田区' },
    signatory: {
      name: '例示 花子',
      function: '品質保証部長',
      signature: { ja: '本人認証のうえ電子的に確認', en: 'Confirmed electronically after authentication' },
    },
    limits: {
      until: Temporal.PlainDate.from('2028-03-31'),
      others: ['評価したファームウェアより前の版には適用しない。', '屋外での使用は対象としない。'],
    },
    evaluation: {
      category: 'manufacturer-qualified',
      evaluator: '例示電機株式会社 品質保証部',
      finishedOn: Temporal.PlainDate.from('2026-03-20'),
    },
    responsibilities: RESPONSIBILITIES,
    furtherFacts: [{ term: { ja: 'サポート期間', en: 'Support period' }, fact: Temporal.PlainDate.from('2031-03-31') }],
    ...changes,
  };
}
