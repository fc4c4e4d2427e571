import type { ColumnType, Generated } from 'kysely';
import type { LabelId } from '../core/kernel/ids.ts';

/** What the search reads of the published labels; it can be made again from them at any time. */
export type LabelSearchTable = {
  /** Later published, larger. */
  position: Generated<number>;
  label_id: LabelId;
  edition: string;
  text_key: string;
  model_keys: string;
  level: string;
  product_type: string;
  evaluator: string;
  recognition: string;
  maker_key: string;
  maker: string;
  maker_en: string;
  handles_personal_data: boolean | null;
  support_ends_on: Temporal.PlainDate | null;
  published_on: Temporal.PlainDate;
  valid_until: Temporal.PlainDate | null;
  grace_until: Temporal.PlainDate | null;
  grams: string;
};

/** What a list shows of a published label; made again together with what the search reads of it. */
export type LabelLinesTable = {
  label_id: LabelId;
  line: ColumnType<object, string, string>;
};
