/** How the values of a column are entered and shown. */
export type ColumnFormat = 'text' | 'number' | 'day';

/** A list from which a cell is filled, with what Excel says when the cell is entered or filled otherwise. */
export type CellChoice = {
  /**
   * At most 255 characters together with the commas between them, and no comma within a value; longer lists go to a
   * sheet.
   */
  readonly values?: readonly string[];
  /** A range of another sheet that holds the values, such as `'選択肢'!$A$2:$A$9`. */
  readonly range?: string;
  /** Whether other values are refused; by default Excel warns and lets the writer go on. */
  readonly strict?: boolean;
};

/** One column of a template sheet. */
export type TemplateColumn = {
  readonly header: string;
  /** Width in half-width characters, as Excel counts it. */
  readonly width: number;
  /** Text unless stated: long numbers keep their leading zeros. */
  readonly format?: ColumnFormat;
  readonly wrap?: boolean;
  /** Whether the column is for the writer to fill; others are shaded as given. */
  readonly answer?: boolean;
  readonly choice?: CellChoice;
  /** What Excel shows beside a selected cell; title up to 32, text up to 255 characters. */
  readonly prompt?: { readonly title: string; readonly text: string };
};

/** A cell with a list of its own, in a column whose cells ask different things. */
export type CellWithChoice = {
  /** Place in `rows` and in `columns`, from 0. */
  readonly row: number;
  readonly column: number;
  readonly choice: CellChoice;
};

/** A value to write; a day is `{ day: 'YYYY-MM-DD' }`. */
export type TemplateValue = string | number | boolean | { readonly day: string } | null;

/** One sheet of a template: a header row and the rows below it, one datum a cell, never merged. */
export type TemplateSheet = {
  /** At most 31 characters, none of `: \ / ? * [ ]`. */
  readonly name: string;
  readonly columns: readonly TemplateColumn[];
  readonly rows: readonly (readonly TemplateValue[])[];
  /** Lists of single cells, in columns that have none themselves. */
  readonly choices?: readonly CellWithChoice[];
  /** A sheet for the program that reads the file back, out of sight of its writer. */
  readonly hidden?: boolean;
  /** Whether Excel shows the sheet as a table that grows with new rows; the name must be unique in the workbook. */
  readonly table?: string;
  /** Rows and columns that stay in sight; the header row unless stated. */
  readonly frozen?: { readonly rows: number; readonly columns: number };
};

/** A whole workbook to hand out. */
export type WorkbookTemplate = {
  readonly title: string;
  /** BCP 47 tag of the language the sheets are written in. */
  readonly language: string;
  readonly creator?: string;
  /** What the file says it was last changed on, `YYYY-MM-DD`: the template's own date, so that bytes repeat. */
  readonly revised: string;
  readonly sheets: readonly TemplateSheet[];
};

/** Why a template cannot be written; all of them are mistakes of whoever made the template. */
export type TemplateRefusal =
  | { readonly code: 'no_sheets' }
  | { readonly code: 'revision_day_invalid' }
  | { readonly code: 'sheet_name_invalid'; readonly sheet: string }
  | { readonly code: 'sheet_name_repeated'; readonly sheet: string }
  | { readonly code: 'choice_too_long'; readonly sheet: string; readonly column: string; readonly limit: number }
  | { readonly code: 'choice_holds_comma'; readonly sheet: string; readonly column: string }
  | { readonly code: 'row_too_wide'; readonly sheet: string; readonly row: number }
  | { readonly code: 'no_such_day'; readonly sheet: string; readonly row: number };
