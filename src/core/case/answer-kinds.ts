/** What an answer may be; each kind has one lenient reader in the formats and one typed value in the core. */
export const ANSWER_KINDS = [
  'text',
  'long-text',
  'web-address',
  'mail-address',
  'corporate-number',
  'trade-item-number',
  'day',
  'yes-no',
  'choice',
  'choices',
  'file-names',
] as const;
/** A kind of answer. */
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** Whether an answer of a kind is chosen rather than written. */
export function isChosen(kind: AnswerKind): boolean {
  return ['yes-no', 'choice', 'choices', 'file-names'].includes(kind);
}

/** The typed value of an answer of a kind. */
export type AnswerOf<Kind extends AnswerKind> = Kind extends 'day'
  ? Temporal.PlainDate
  : Kind extends 'yes-no'
    ? boolean
    : Kind extends 'choices' | 'file-names'
      ? readonly string[]
      : string;

/** Any answer's value. */
export type Answer = AnswerOf<AnswerKind>;

/** Where the allowed values of a choice come from: a fixed list, or a list of the scheme. */
export type ChoiceSource =
  | readonly string[]
  | 'product-types'
  | 'evaluator-categories'
  | 'recognitions'
  | 'methods'
  | 'criteria'
  | 'interfaces'
  | 'terms-label-use'
  | 'terms-confidentiality';

/**
 * Who sees an answer once the label is published: everybody, for it is logged for ever; everybody who reads the declaration,
 * from which it can be taken away again, because it names a person; or nobody outside.
 */
export type Audience = 'public' | 'declared' | 'confidential';

/** A question of the application form: its id is the path of its answer, in every face and format. */
export type Item = {
  readonly id: string;
  readonly kind: AnswerKind;
  readonly choices?: ChoiceSource;
  /** Most characters a text may have. */
  readonly most?: number;
  /** Who sees the answer once the label is published. */
  readonly audience: Audience;
};

/** A column of one of the form's tables. */
export type Column = Item & { readonly required: boolean };
