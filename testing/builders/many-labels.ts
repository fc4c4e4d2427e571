import { canonicalJson } from '../../src/core/log/canonical-json.ts';
import { searchKey } from '../../src/core/kernel/fold.ts';
import { formatNumber } from '../../src/core/scheme/number-format.ts';
import { indexWaitingLabels } from '../../src/app/label/index-waiting-labels.ts';
import { seededChance, type SeededChance } from '../seeded-chance.ts';
import { aGrantedCase } from './cases.ts';
import type { World } from './world.ts';

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

type Making = { readonly seed?: number; readonly issuedOn?: Temporal.PlainDate };

/** Makes up labels, the same for the same seed; the later ones are issued later, over three years up to a day. */
function* madeLabels(world: World, count: number, { seed = 1, ...all }: Making): Generator<MadeLabel> {
  const chance = seededChance(seed);
  const { scheme } = world;
  const last = world.today();
  for (let place = 0; place < count; place += 1) {
    const before = Math.floor(((count - 1 - place) / count) * 1_095);
    const issuedOn = all.issuedOn ?? last.subtract({ days: before });
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
      ...makerOf(skewed(chance, 2_000)),
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

const AT_ONCE = 1_000;

async function insert(world: World, template: Template, labels: readonly MadeLabel[]): Promise<void> {
  const rows = labels.map((label) => {
    const { record } = template;
    const until = label.issuedOn.add({ years: 2 }).subtract({ days: 1 });
    const answers = {
      ...record.answers,
      'vendor.name': label.maker,
      'vendor.nameEn': label.makerEn,
      'product.name': label.product,
      'product.nameEn': label.productEn,
      'product.type': label.type,
      'product.description': label.description,
      'evaluation.evaluator': label.evaluator,
    };
    const validity = { from: label.issuedOn.toString(), until: until.toString(), graceDays: 30 };
    const models = label.models.map((number) => ({ number }));
    return {
      number: label.number,
      key: searchKey(label.number),
      record: canonicalJson({ ...record, number: label.number, validity, answers, models }),
      issued_on: label.issuedOn.toString(),
      valid_until: until.toString(),
      models: label.models,
      model_keys: label.models.map(searchKey),
    };
  });
  await world.deps.db.pool.query(
    `with made as materialized (
      select gen_random_uuid() as case_id, gen_random_uuid() as id, row.*
      from jsonb_to_recordset($2::jsonb) as row(number text, key text, record text, issued_on date, valid_until date,
        models text[], model_keys text[])
    ), cases_made as (
      insert into cases (id, kind, state, level, vendor, opened_by, opened_at, version, application, application_number,
        scheme_version, first_submitted_on)
      select made.case_id, kind, state, level, vendor, opened_by, opened_at, version, '{}', 'made-' || made.number,
        scheme_version, made.issued_on from cases, made where cases.id = $1
    ), labels_made as (
      insert into labels (id, case_id, vendor, number, number_key, level, scheme_version, issued_on, valid_until,
        grace_days, publish_on, published_at, record)
      select made.id, made.case_id, vendor, made.number, made.key, level, scheme_version, made.issued_on,
        made.valid_until, 30, made.issued_on, made.issued_on + time '03:00' at time zone 'UTC', made.record
      from labels, made where labels.case_id = $1
    )
    insert into label_models (label_id, position, number, model_key)
    select made.id, model.place - 1, model.number, model.key
    from made, unnest(models, model_keys) with ordinality as model (number, key, place)`,
    [template.caseId, JSON.stringify(rows)],
  );
}

type Template = { readonly caseId: string; readonly record: { readonly answers: Record<string, unknown> } };

/**
 * Fills the register with made-up labels of many makers: one is granted by the acts and then copied row by row, and all are
 * made findable by the program's own means. Nothing of them is in the public log. With `issuedOn` all are issued on one day.
 */
export async function manyLabels(world: World, count: number, making: Making = {}): Promise<readonly MadeLabel[]> {
  const granted = await aGrantedCase(world);
  const { rows } = await world.deps.db.pool.query<{ record: string }>('select record from labels where case_id = $1', [
    granted.id,
  ]);
  const template = { caseId: granted.id, record: JSON.parse(rows[0]?.record ?? '') as Template['record'] };
  const all: MadeLabel[] = [];
  let batch: MadeLabel[] = [];
  const flush = async (): Promise<void> => {
    if (batch.length > 0) await insert(world, template, batch);
    all.push(...batch);
    batch = [];
  };
  for (const label of madeLabels(world, count, making)) {
    batch.push(label);
    if (batch.length === AT_ONCE) await flush();
  }
  await flush();
  await indexWaitingLabels(world.deps, new AbortController().signal);
  return all;
}
