import type { Scheme } from './scheme.ts';

/** The parts of a scheme that could be read; a part with a fault of its own shape is left out. */
export type SchemeParts = { readonly [Part in keyof Scheme]?: Scheme[Part] | undefined };

/** Where in a scheme something is: keys and list positions from the scheme downwards. */
export type SchemePath = readonly (string | number)[];

/** Everything that can be wrong with a scheme whose shape is right. */
export const CONTENT_FAULT_CODES = [
  'blank_text',
  'currency_code',
  'duplicate_id',
  'empty_list',
  'empty_term',
  'equal_ranks',
  'label_name_too_long',
  'levels_out_of_order',
  'malformed_address',
  'malformed_id',
  'missing_entry',
  'nothing_in_force',
  'number_check_place',
  'number_literal',
  'number_sequence',
  'number_unknown_field',
  'number_year_missing',
  'numbers_alike',
  'out_of_range',
  'period_gap',
  'period_overlap',
  'period_reversed',
  'renewal_window_empty',
  'unknown_reference',
  'unknown_zone',
] as const;

/** What is wrong, by the stable code its message is found under. */
export type ContentFaultCode = (typeof CONTENT_FAULT_CODES)[number];

/** What a fault's message speaks of. */
export type FaultParams = Readonly<Record<string, string | number | Temporal.PlainDate | readonly string[]>>;

/** One thing wrong with the content of a scheme, and where. */
export type ContentFault = {
  readonly code: ContentFaultCode;
  readonly path: SchemePath;
  readonly params: FaultParams;
};

/** A fault as the rules write it down. */
export function fault(code: ContentFaultCode, path: SchemePath, params: FaultParams = {}): ContentFault {
  return { code, path, params };
}
