import { evidenceNames as namesInAnswers } from '../../src/core/case/evidence-names.ts';
import type { AnswerOf } from '../../src/core/case/answer-kinds.ts';
import type { Answers, Application, DeterminationRow, InterfaceRow } from '../../src/core/case/application.ts';
import { findCriteriaSet, findTerms, levelOf } from '../../src/core/scheme/in-force.ts';
import { METHODS, type CriteriaSet, type Scheme } from '../../src/core/scheme/scheme.ts';

/** The invented vendor of complete applications; the check digit of its number is right. */
export const COMPLETE_VENDOR = { name: '株式会社みなとネットワークス', corporateNumber: '9999999000017' };

/** What a test may want otherwise in a complete application; parts named here replace the builder's own. */
export type ApplicationOverrides = Partial<Omit<Application, 'answers'>> & {
  readonly answers?: Answers;
  /** The level applied for; without it the first level of the scheme that has a criteria set today. */
  readonly level?: string;
  readonly productType?: string;
};

const INTERFACES: readonly InterfaceRow[] = [
  { name: 'LAN1', medium: 'ethernet', speaksIp: true, overInternet: false, purpose: '宅内の機器との有線接続' },
  { name: 'WAN', medium: 'ethernet', speaksIp: true, overInternet: true, purpose: 'インターネットへの接続' },
];

type Wanted = Pick<ApplicationOverrides, 'level' | 'productType'>;

/** The criteria set a complete application is held against, and the product type it names. */
export function setFor(
  scheme: Scheme,
  today: Temporal.PlainDate,
  wanted: Wanted = {},
): { readonly set: CriteriaSet; readonly productType: string } {
  const levels = scheme.levels.filter((level) => wanted.level === undefined || level.id === wanted.level);
  for (const level of levels) {
    for (const { id } of scheme.productTypes) {
      if (wanted.productType !== undefined && id !== wanted.productType) continue;
      const set = findCriteriaSet(scheme, { level: level.id, productType: id, day: today });
      if (set !== undefined) return { set, productType: id };
    }
  }
  throw new Error(`scheme ${scheme.id} has no criteria set in force on ${today.toString()}`);
}

function evaluatorFor(scheme: Scheme, level: string): string {
  const minimum = levelOf(scheme, level).minimumEvaluator;
  const rank = scheme.evaluatorCategories.find((category) => category.id === minimum)?.rank ?? 0;
  const lowest = scheme.evaluatorCategories
    .filter((category) => category.rank >= rank)
    .sort((first, second) => first.rank - second.rank)[0];
  if (lowest === undefined) throw new Error(`scheme ${scheme.id} has no evaluator for ${level}`);
  return lowest.id;
}

/** Answers about the maker and the product that no scheme contradicts. */
const SUBJECT = {
  'vendor.name': COMPLETE_VENDOR.name,
  'vendor.nameEn': 'Minato Networks Co., Ltd.',
  'vendor.corporateNumber': COMPLETE_VENDOR.corporateNumber,
  'vendor.address': '神奈川県横浜市西区みなと町1丁目2番3号',
  'vendor.addressEn': '1-2-3 Minato-cho, Nishi-ku, Yokohama, Kanagawa, Japan',
  'vendor.website': 'https://www.minato-networks.example.jp/',
  'vendor.inquiry': 'お客様相談窓口 0120-000-000',
  'vendor.contactName': '青木 遥',
  'vendor.contactDepartment': '品質保証部',
  'vendor.contactMail': 'label@minato-networks.example.jp',
  'vendor.contactPhone': '045-000-0000',
  'product.name': 'ホームゲートウェイ みなと HGW-700シリーズ',
  'product.nameEn': 'Minato Home Gateway HGW-700 series',
  'product.description': '家庭の機器をインターネットにつなぐ無線LANルーターです。',
  'product.descriptionEn': 'A wireless router that connects the devices of a home to the Internet.',
  'product.firmware': '3.2.0',
  'product.sameDesign': true,
  'product.modelDifferences': '筐体の色とLANポートの数だけが違います。',
  'data.personalDataHandled': true,
  'services.required': true,
  'updates.automatic': 'on',
  'updates.canSwitchOff': true,
  'updates.whenImpossible': 'インターネットから切り離し、相談窓口へ連絡してください。',
  'support.kinds': ['security-updates', 'inquiries', 'security-notices'],
  'vulnerability.policy': 'https://www.minato-networks.example.jp/psirt/',
  'vulnerability.contact': 'psirt@minato-networks.example.jp',
  'safety.whenDataDamaged': '設定が壊れたときは工場出荷時の設定で起動し、通信を止めます。',
  'safety.recovery': '初期化ボタンで工場出荷時の状態に戻し、最新のファームウェアを適用できます。',
} as const satisfies Answers;

function statements(
  set: CriteriaSet,
  interfaces: readonly InterfaceRow[],
  by: { readonly day: Temporal.PlainDate; readonly firmware: string },
): readonly DeterminationRow[] {
  return set.criteria.flatMap((criterion) => {
    const row = {
      criterion: criterion.id,
      verdict: 'conforms',
      metBy: ['product'],
      methods: METHODS.filter((method) => criterion.methods.includes(method)),
      determinedBy: '井上 亮',
      determinedOn: by.day,
      firmware: by.firmware,
      evidence: [`${criterion.id}.txt`],
      explanation: '仕様書と実機の動作で確かめました。記録は証拠のとおりです。',
    };
    return criterion.perInterface ? interfaces.map(({ name }) => ({ ...row, interface: name })) : [row];
  });
}

function evaluationAnswers(scheme: Scheme, set: CriteriaSet, today: Temporal.PlainDate): Answers {
  const terms = (kind: 'label-use' | 'confidentiality'): string => findTerms(scheme, kind, today)?.version ?? '';
  const before = (days: number): AnswerOf<'day'> => today.subtract({ days });
  return {
    'support.endsOn': today.add({ years: 5 }),
    'evaluation.evaluator': evaluatorFor(scheme, set.level),
    'evaluation.evaluatorName': '株式会社しおかぜ検証',
    'evaluation.qualification': '第000000号',
    'evaluation.guideUnderstood': 'training',
    'evaluation.completedOn': before(30),
    'review.reviewer': '上田 真理',
    'review.function': '品質保証部長',
    'review.completedOn': before(20),
    'declaration.identifier': 'DOC-2026-014',
    'declaration.conforms': true,
    'declaration.place': '横浜市',
    'declaration.signedOn': before(10),
    'declaration.signatory': '江口 隆',
    'declaration.function': '代表取締役',
    'terms.labelUse': terms('label-use'),
    'terms.confidentiality': terms('confidentiality'),
  };
}

/**
 * An application that lacks nothing under a scheme on a day: `applicationGaps` finds no gap in it with `COMPLETE_VENDOR`
 * as its vendor and the files of `evidenceNames` attached.
 */
export function completeApplication(
  scheme: Scheme,
  today: Temporal.PlainDate,
  overrides: ApplicationOverrides = {},
): Application {
  const { level, productType: wantedType, answers, ...parts } = overrides;
  const wanted = { ...(level && { level }), ...(wantedType && { productType: wantedType }) };
  const { set, productType } = setFor(scheme, today, wanted);
  const interfaces = parts.interfaces ?? INTERFACES;
  const firmware = answers?.['product.firmware'] ?? SUBJECT['product.firmware'];
  return {
    answers: { ...SUBJECT, 'product.type': productType, ...evaluationAnswers(scheme, set, today), ...answers },
    scope: Object.fromEntries(scheme.scopeQuestions.map((question) => [question.id, question.expected])),
    profile: Object.fromEntries(set.features.map((feature) => [feature.id, true])),
    models: [{ number: 'HGW-700W', name: 'みなと ホームゲートウェイ（白）' }, { number: 'HGW-700K' }],
    interfaces,
    personalData: [{ what: '接続した機器のMACアドレス', purpose: '接続の許可と履歴の表示', where: ['device'] }],
    services: [{ name: 'みなとアップデート', provider: COMPLETE_VENDOR.name, purpose: 'ファームウェアの配信' }],
    determinations: statements(set, interfaces, { day: today.subtract({ days: 30 }), firmware }),
    ...parts,
  };
}

/** The names of all evidence files an application speaks of, each once. */
export function evidenceNames(application: Application): readonly string[] {
  return [...namesInAnswers(application)];
}
