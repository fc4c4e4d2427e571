import type { Language } from '../../core/kernel/text.ts';
import type { CriterionWording, DeclaredEvaluator, DeclaredVerdict } from './declaration-document.ts';

const ja = {
  title: '供給者適合宣言書',
  standard: 'ISO/IEC 17050-1（JIS Q 17050-1）による',
  number: '宣言書番号',
  page: 'ページ',
  issuer: '発行者',
  issuerName: '氏名又は名称',
  address: '住所',
  contact: '連絡先',
  corporateNumber: '法人番号',
  object: '宣言の対象',
  productName: '製品名',
  productType: '製品類型',
  description: '説明',
  firmware: '評価したファームウェア',
  models: '型番',
  modelCount: '{count} 型番',
  conformity: '適合の表明',
  statement: '上記の宣言の対象は、次に掲げる適合基準に適合している。',
  meaning:
    'この宣言は、発行日における適合基準への適合を発行者の責任において表明するものである。製品に脆弱性がないこと、あらゆる環境で安全であること、又は国が推奨することを意味しない。',
  requirements: '適合基準',
  criteriaSet: '適合基準',
  level: 'レベル',
  version: '版',
  criterion: '適合基準の項目',
  identifier: '番号',
  verdict: '結果',
  remark: '備考',
  wordingNote: '適合基準の文言について',
  issue: '発行の日付と場所',
  issuedOn: '発行日',
  place: '発行場所',
  signature: '署名',
  signatory: '権限をもつ者の氏名',
  function: '役職',
  signatureSign: '署名に代わる確認',
  limits: '有効性の限定',
  until: '有効期間の末日',
  noLimit: '有効期間の定めはない。',
  additional: '追加情報',
  evaluatorCategory: '評価実施者の区分',
  evaluator: '評価実施者',
  finishedOn: '評価の完了日',
  responsibilities: '責任の分担',
  party: '当事者',
  answersFor: '責任を負う事項',
} as const;

/** The fixed words of the declaration in one language. */
export type DeclarationWords = { readonly [Key in keyof typeof ja]: string };

const en: DeclarationWords = {
  title: 'Supplier’s declaration of conformity',
  standard: 'in accordance with ISO/IEC 17050-1',
  number: 'Declaration number',
  page: 'Page',
  issuer: 'Issuer',
  issuerName: 'Name',
  address: 'Address',
  contact: 'Contact',
  corporateNumber: 'Corporate number',
  object: 'Object of the declaration',
  productName: 'Product',
  productType: 'Product type',
  description: 'Description',
  firmware: 'Evaluated firmware',
  models: 'Model numbers',
  modelCount: 'Model numbers: {count}',
  conformity: 'Statement of conformity',
  statement: 'The object of the declaration described above is in conformity with the criteria listed below.',
  meaning:
    'This declaration states, under the responsibility of the issuer, conformity with the criteria on the date of issue. It does not mean that the product is free of vulnerabilities, secure in every environment, or endorsed by the state.',
  requirements: 'Criteria',
  criteriaSet: 'Criteria set',
  level: 'Level',
  version: 'Version',
  criterion: 'Criterion',
  identifier: 'Number',
  verdict: 'Result',
  remark: 'Remark',
  wordingNote: 'About the wording of the criteria',
  issue: 'Date and place of issue',
  issuedOn: 'Date of issue',
  place: 'Place of issue',
  signature: 'Signature',
  signatory: 'Authorised person',
  function: 'Function',
  signatureSign: 'Equivalent of a signature',
  limits: 'Limits on validity',
  until: 'Last day of validity',
  noLimit: 'No period of validity is set.',
  additional: 'Additional information',
  evaluatorCategory: 'Category of evaluator',
  evaluator: 'Evaluator',
  finishedOn: 'Evaluation finished on',
  responsibilities: 'Who answers for what',
  party: 'Party',
  answersFor: 'Answers for',
};

/** The fixed words of the declaration, by language. */
export const DECLARATION_WORDS: Readonly<Record<Language, DeclarationWords>> = { ja, en };

/** The verdicts as the declaration spells them. */
export const VERDICT_WORDS: Readonly<Record<Language, Readonly<Record<DeclaredVerdict, string>>>> = {
  ja: {
    conforms: '適合',
    does_not_conform: '不適合',
    not_applicable: '該当なし',
    satisfied_by_recognition: '相互承認により充足',
    not_determined: '未確定',
  },
  en: {
    conforms: 'Conforms',
    does_not_conform: 'Does not conform',
    not_applicable: 'Not applicable',
    satisfied_by_recognition: 'Satisfied by recognition',
    not_determined: 'Not determined',
  },
};

/** The five evaluator categories as the declaration spells them. */
export const EVALUATOR_WORDS: Readonly<Record<Language, Readonly<Record<DeclaredEvaluator, string>>>> = {
  ja: {
    manufacturer: '製造会社',
    'manufacturer-qualified': '製造会社（有資格者）',
    'external-qualified': '外部有資格者',
    'assessment-company': '検証事業者',
    'evaluation-body': '評価機関',
  },
  en: {
    manufacturer: 'Manufacturer',
    'manufacturer-qualified': 'Manufacturer (qualified person)',
    'external-qualified': 'External qualified person',
    'assessment-company': 'Assessment company',
    'evaluation-body': 'Evaluation body',
  },
};

/** What a mark beside a criterion says about its wording; official wording carries no mark. */
export const WORDING_NOTES: Readonly<
  Record<Language, Readonly<Record<Exclude<CriterionWording, 'official'>, string>>>
> = {
  ja: {
    official_title: '*1 題名は制度運営者が用いるもの、それ以外の文言は公式のものではない。',
    read: '*2 公表された二次資料で読んだ内容による。公式の文言ではない。',
    reconstructed: '*3 一般に知られた内容から再構成したもの。公式の文言ではない。',
  },
  en: {
    official_title: '*1 The title is the scheme operator’s; the rest of the wording is not official.',
    read: '*2 After a published secondary source; not the official wording.',
    reconstructed: '*3 Reconstructed from general knowledge; not the official wording.',
  },
};

/** The mark beside a criterion's title, by how far its wording is known. */
export const WORDING_MARKS: Readonly<Record<CriterionWording, string>> = {
  official: '',
  official_title: '*1',
  read: '*2',
  reconstructed: '*3',
};
