import { canonicalJson } from '../../src/core/log/canonical-json.ts';
import { formatNumber } from '../../src/core/scheme/number-format.ts';
import { toPublicRecord, type PublicRecord } from '../../src/core/register/public-record.ts';
import { toStoredRecord } from '../../src/formats/public-record/stored-record.ts';
import { setFor } from '../../testing/builders/application.ts';
import { EXAMPLE_DAY, homeGateway } from '../../testing/builders/home-gateway.ts';
import { japaneseScheme } from '../../testing/schemes.ts';

/** A label as it is published: what an entry and a line of the dump are made of. */
export type PublishedText = {
  readonly number: string;
  readonly publishedAt: Temporal.Instant;
  readonly record: string;
  readonly parts: Pick<PublicRecord, 'number'> & {
    readonly answers: Readonly<Record<'vendor.name' | 'vendor.nameEn', string>>;
    readonly models: readonly { readonly number: string }[];
  };
};

/** Days over which the labels of a register were published. */
const DAYS = 1_000;

/** The last of them. */
const LAST = Temporal.PlainDate.from('2026-11-01');

const MAKERS = 2_000;

const SEQUENCES = 99_999;

/** The record of the example application, as it is logged, with names of what differs where it differs. */
function template(): string {
  const { set } = setFor(japaneseScheme, EXAMPLE_DAY, { level: 's1', productType: 'gateway' });
  const identity = {
    number: '@number@',
    scheme: { id: japaneseScheme.id, version: 'f'.repeat(64) },
    level: 's1',
    validity: { from: EXAMPLE_DAY, until: EXAMPLE_DAY, graceDays: 30 },
  };
  const record = toPublicRecord(identity, homeGateway(japaneseScheme), set);
  const plain = JSON.parse(toStoredRecord(record)) as Record<string, Record<string, unknown>>;
  const answers = {
    ...plain['answers'],
    'vendor.name': '株式会社みなと@maker@',
    'vendor.nameEn': 'Minato @maker@ Co., Ltd.',
    'product.name': 'みなとホームゲートウェイ @model@',
    'product.nameEn': 'Minato Home Gateway @model@',
  };
  const validity = { from: '@from@', until: '@until@', graceDays: 30 };
  const models = [{ number: '@model@' }, { number: '@model@K' }];
  return canonicalJson({ ...plain, answers, validity, models });
}

/** Makes up labels in the order of their publication, spread evenly over some years; the same each time. */
export function* publishedTexts(count: number): Generator<PublishedText, void> {
  const pieces = template().split(/@(\w+)@/);
  const format = japaneseScheme.numbers.registration;
  for (let place = 0; place < count; place += 1) {
    const daysBefore = DAYS - 1 - Math.floor((place / count) * DAYS);
    const day = LAST.subtract({ days: daysBefore });
    // No year has more labels than four levels have numbers.
    const [stars, sequence] = [1 + (Math.floor(place / SEQUENCES) % 4), 1 + (place % SEQUENCES)];
    const number = formatNumber(format, { stars, year: day.year, sequence });
    const maker = String((place * 7_919) % MAKERS);
    const model = `HGW-${String(place)}`;
    const fields: Readonly<Record<string, string>> = {
      ...{ number, maker, model, from: day.toString() },
      until: day.add({ years: 2 }).subtract({ days: 1 }).toString(),
    };
    const record = pieces.map((piece, index) => (index % 2 === 0 ? piece : (fields[piece] ?? ''))).join('');
    yield {
      number,
      publishedAt: day.toZonedDateTime({ timeZone: 'Asia/Tokyo', plainTime: '10:00' }).toInstant(),
      record,
      parts: {
        number,
        answers: { 'vendor.name': `株式会社みなと${maker}`, 'vendor.nameEn': `Minato ${maker} Co., Ltd.` },
        models: [{ number: model }, { number: `${model}K` }],
      },
    };
  }
}
