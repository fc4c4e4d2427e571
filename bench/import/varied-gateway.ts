import type { Application } from '../../src/core/case/application.ts';
import { EXAMPLE_DAY, homeGateway } from '../../testing/builders/home-gateway.ts';
import { japaneseScheme } from '../../testing/schemes.ts';
import type { SeededChance } from '../../testing/seeded-chance.ts';

const GATEWAY = homeGateway(japaneseScheme);

const PLACES = ['横浜市', '札幌市', '名古屋市', '福岡市', '仙台市', '松本市'];
const PEOPLE = ['青木 遥', '佐々木 学', '髙橋 美咲', '渡邊 健', '森 さくら', '斎藤 優'];
const REMARKS = [
  '出荷用のファームウェアを入れた3台で同じ結果になりました。',
  '記録は証跡のとおりで、判定した日の版と出荷する版は同じです。',
  '手順と結果は社内の試験票に残し、品質保証部が確かめました。',
  '設定を初めの値に戻した状態と、使い込んだ状態の両方で行いました。',
  'アプリ（iOS・Android）と管理画面のどちらからも確かめました。',
];

function remarks(chance: SeededChance): string {
  const count = chance.below(4);
  return Array.from({ length: count }, () => chance.oneOf(REMARKS)).join('\n');
}

/**
 * One of very many gateways that lack nothing on the example's day: two to twelve models, three to five interfaces, other
 * names, days, versions and explanations for each of the 16 criteria.
 */
export function variedGateway(chance: SeededChance, number: number): Application {
  const firmware = [1 + chance.below(9), chance.below(20), chance.below(100)].join('.');
  const series = `GW-${String(1000 + number)}`;
  const later = chance.below(20);
  const interfaces = GATEWAY.interfaces.slice(0, 3 + chance.below(3));
  const stated = GATEWAY.determinations.filter(
    ({ interface: on }) => on === undefined || interfaces.some(({ name }) => name === on),
  );
  return {
    ...GATEWAY,
    answers: {
      ...GATEWAY.answers,
      'vendor.contactName': chance.oneOf(PEOPLE),
      'product.name': `ホームゲートウェイ ${series}シリーズ`,
      'product.nameEn': `Home Gateway ${series} series`,
      'product.firmware': firmware,
      'product.description': `${GATEWAY.answers['product.description'] ?? ''}${remarks(chance)}`,
      'support.endsOn': EXAMPLE_DAY.add({ years: 3 + chance.below(8), days: later }),
      'review.completedOn': EXAMPLE_DAY.subtract({ days: 37 - Math.trunc(later / 2) }),
      'declaration.identifier': `DOC-${series}`,
      'declaration.place': chance.oneOf(PLACES),
      'declaration.signedOn': EXAMPLE_DAY.subtract({ days: later }),
    },
    models: GATEWAY.models.slice(0, 2 + chance.below(11)).map((model, place) => ({
      ...model,
      number: `${series}-${String(place + 1)}`,
    })),
    interfaces,
    determinations: stated.map((row) => ({
      ...row,
      firmware,
      determinedBy: chance.oneOf(PEOPLE),
      explanation: `${row.explanation ?? ''}${remarks(chance)}`,
    })),
  };
}
