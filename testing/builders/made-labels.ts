import { formatNumber } from '../../src/core/scheme/number-format.ts';
import type { Scheme } from '../../src/core/scheme/scheme.ts';
import { seededChance, type SeededChance } from '../seeded-chance.ts';

const PLACES = '東都 三河 みなと 青葉 北海 瀬戸内 富士 桜 若葉 大和 京浜 信越 日向 琉球 出雲 髙砂 﨑陽 広瀬'.split(' ');
const TRADES = '電機 精工 ネットワークス 通信 電子 光学 技研 製作所 システム 計器'.split(' ');
const TRADES_EN = 'Electric Seiko Networks Telecom Electronics Optics Giken Works Systems Instruments'.split(' ');
const KINDS = [
  ['network-camera', 'ネットワークカメラ', 'Network Camera'],
  ['router', 'ブロードバンドルーター', 'Broadband Router'],
  ['smart-lock', 'スマートロック', 'Smart Lock'],
  ['smart-speaker', 'スマートスピーカー', 'Smart Speaker'],
  ['lighting', '照明', 'Smart Light'],
  ['network-storage', 'ネットワークストレージ', 'Network Storage'],
] as const;
const QUALITIES = '高画質 屋外 小型 業務用 家庭用 無線 防水 遠隔操作 省電力 音声 録画 見守り 防犯 自動更新'.split(' ');
const LETTERS = Array.from('ABCDEFGHJKLMNPQRSTUVWXYZ');

/** A made-up label: what of a template's record is changed, and what is told of it to whoever looks for it. */
export type MadeLabel = {
  readonly number: string;
  readonly maker: string;
  readonly makerEn: string;
  readonly product: string;
  readonly productEn: string;
  readonly description: string;
  readonly type: string;
  readonly evaluator: string;
  readonly models: readonly string[];
  readonly issuedOn: Temporal.PlainDate;
};

/** A place among many, the first ones far more often than the last (Zipf's law, as makers and words are met). */
function skewed(chance: SeededChance, count: number): number {
  return Math.min(count - 1, Math.floor(count ** (chance.below(1_000_000) / 1_000_000)) - 1);
}

function makerOf(place: number): { readonly maker: string; readonly makerEn: string } {
  const area = PLACES[place % PLACES.length] ?? '';
  const trade = Math.floor(place / PLACES.length) % TRADES.length;
  const more = Math.floor(place / (PLACES.length * TRADES.length));
  const suffix = more === 0 ? '' : `第${String(more)}`;
  const name = `${area}${TRADES[trade] ?? ''}${suffix}`;
  const forms = [`${name}株式会社`, `株式会社${name}`, name, `㈱${name}`];
  return {
    maker: forms[place % forms.length] ?? name,
    makerEn: `${TRADES_EN[trade] ?? ''} ${String(place)} Co., Ltd.`,
  };
}

const MAKERS = Array.from({ length: 2_000 }, (_, place) => makerOf(place));

/** Which labels are made up: others for another seed, all issued on one day where one is named. */
export type Making = { readonly seed?: number; readonly issuedOn?: Temporal.PlainDate };

/** Makes up labels, the same for the same seed; the later ones are issued later, over three years up to a day. */
export function* madeLabels(
  { scheme, last }: { readonly scheme: Scheme; readonly last: Temporal.PlainDate },
  count: number,
  { seed = 1, issuedOn: all }: Making = {},
): Generator<MadeLabel> {
  const chance = seededChance(seed);
  for (let place = 0; place < count; place += 1) {
    const issuedOn = all ?? last.subtract({ days: Math.floor(((count - 1 - place) / count) * 1_095) });
    // A year has room for as many numbers a level as the scheme's format has digits.
    const sequence = 10_000 + (place % 90_000);
    const stars = 1 + (Math.floor(place / 90_000) % 4);
    const number = formatNumber(scheme.numbers.registration, { stars, year: issuedOn.year, sequence });
    const [type, kind, kindEn] = chance.oneOf(KINDS);
    const series = chance.oneOf(LETTERS) + chance.oneOf(LETTERS) + chance.oneOf(LETTERS);
    const model = `${series}-${String(1000 + chance.below(9000))}${chance.oneOf(['', 'JP', 'W', 'B'])}`;
    const qualities = [0, 1, 2].map(() => QUALITIES[skewed(chance, QUALITIES.length)] ?? '');
    yield {
      number,
      ...(MAKERS[skewed(chance, MAKERS.length)] ?? makerOf(0)),
      product: `${kind} ${series}`,
      productEn: `${kindEn} ${series}`,
      description: `${qualities.join('・')}の${kind}です。`,
      type,
      evaluator: chance.oneOf(scheme.evaluatorCategories).id,
      models: chance.once(3) ? [model] : [model, `${model}K`],
      issuedOn,
    };
  }
}
