import type { Answers, ModelRow } from '../case/application.ts';
import type { PublicRecord } from './public-record.ts';

/** What a list says of a label; everything else stands on its page. */
export type ListedRecord = Pick<PublicRecord, 'number' | 'scheme' | 'level' | 'validity'> & {
  readonly answers: Pick<
    Answers,
    'product.name' | 'product.nameEn' | 'vendor.name' | 'vendor.nameEn' | 'evaluation.evaluator'
  >;
  readonly models: readonly Pick<ModelRow, 'number'>[];
};

/** A record with no more than lists say of it. */
export function toListedRecord({ number, scheme, level, validity, answers, models }: PublicRecord): ListedRecord {
  return {
    number,
    scheme,
    level,
    validity,
    answers: {
      'product.name': answers['product.name'],
      'product.nameEn': answers['product.nameEn'],
      'vendor.name': answers['vendor.name'],
      'vendor.nameEn': answers['vendor.nameEn'],
      'evaluation.evaluator': answers['evaluation.evaluator'],
    },
    models: models.map((model) => ({ number: model.number })),
  };
}
