import type { Gap } from '../../core/kernel/gap.ts';

/** Why an answer, a row, a sheet or a file that should hold an application cannot be read. Codes are stable. */
export type FormFaultCode =
  | 'not_an_application'
  | 'version_unknown'
  | 'other_scheme'
  | 'other_level'
  | 'unknown_key'
  | 'wrong_type'
  | 'table_too_long'
  | UnreadableCode
  | 'error_value'
  | 'formula_without_value'
  | 'sheet_missing'
  | 'sheet_twice'
  | 'column_missing'
  | 'column_twice'
  | 'item_twice'
  | 'criterion_unnamed';

/** Why the value of one answer cannot be read as what the question asks for. */
export type UnreadableCode =
  | 'unreadable_day'
  | 'no_such_day'
  | 'ambiguous_day'
  | 'year_only'
  | 'outside_era'
  | 'not_yes_or_no'
  | 'not_a_mark'
  | 'not_among_choices'
  | 'not_a_corporate_number'
  | 'register_number_typed'
  | 'not_a_gtin'
  | 'gtin_check_digit_wrong'
  | 'not_a_mail_address'
  | 'several_mail_addresses'
  | 'not_a_web_address'
  | 'scheme_not_allowed'
  | 'holds_credentials'
  | 'not_a_file_name'
  | 'not_a_version'
  | 'version_may_have_lost_zeros'
  | 'text_became_day'
  | 'too_long';

/** Where something stands in a workbook, in the words its writer sees: the name of the sheet and, where known, the cell. */
export type SheetPlace = { readonly sheet: string; readonly cell?: string | undefined };

/** Something that cannot be read: with a path of the form like a gap, and a place where it comes from a workbook. */
export type FormFault = Gap<FormFaultCode> & Partial<SheetPlace>;

/** Something a reader of a workbook should know although it hinders nothing. */
export type FormNoteCode =
  | 'older_template'
  | 'other_set'
  | 'template_unknown'
  | 'extra_sheet'
  | 'extra_column'
  | 'extra_row'
  | 'hidden_sheet'
  | 'formula_used'
  | 'merged_cells';

/** A note on how a workbook was read. */
export type FormNote = {
  readonly code: FormNoteCode;
  readonly params: Readonly<Record<string, string | number>>;
} & Partial<SheetPlace>;
