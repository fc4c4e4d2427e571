/** A bound that a file exceeded: what is allowed and what was found, in the unit of the code. */
type Exceeded = {
  readonly limit: number;
  readonly found: number;
};

/** The part of the archive a refusal is about, as named in the file. */
type InPart = {
  readonly part: string;
};

/** The sheet a refusal is about, by the name its readers see. */
type InSheet = {
  readonly sheet: string;
};

/**
 * Why a workbook was not read. Codes are stable; the other fields are what a message to its sender needs.
 * `limit` and `found` are bytes for `file_too_large`, `part_too_large` and `unpacks_too_large`, milliseconds for
 * `took_too_long`, megabytes for `needs_too_much_memory`, otherwise counts.
 */
export type WorkbookRefusal =
  | { readonly code: 'empty_file' }
  | ({ readonly code: 'file_too_large' } & Exceeded)
  | { readonly code: 'encrypted_workbook' }
  | { readonly code: 'old_excel_file' }
  | { readonly code: 'not_a_zip' }
  | { readonly code: 'not_a_workbook' }
  | { readonly code: 'damaged_archive'; readonly part?: string }
  | ({ readonly code: 'too_many_parts' } & Exceeded)
  | ({ readonly code: 'unsafe_part_name' } & InPart)
  | ({ readonly code: 'duplicate_part' } & InPart)
  | ({ readonly code: 'unsupported_compression' } & InPart)
  | ({ readonly code: 'part_too_large' } & InPart & Exceeded)
  | ({ readonly code: 'unpacks_too_large' } & Exceeded)
  | ({ readonly code: 'compressed_too_far' } & InPart & Exceeded)
  | ({ readonly code: 'declared_size_wrong' } & InPart)
  | { readonly code: 'overlapping_parts' }
  | ({ readonly code: 'has_macros' } & InPart)
  | ({ readonly code: 'has_external_links' } & InPart)
  | ({ readonly code: 'has_dde_links' } & InPart)
  | ({ readonly code: 'has_embedded_objects' } & InPart)
  | ({ readonly code: 'has_active_content' } & InPart)
  | ({ readonly code: 'has_document_type' } & InPart)
  | ({ readonly code: 'too_complex' } & InPart & Exceeded)
  | ({ readonly code: 'too_many_sheets' } & Exceeded)
  | ({ readonly code: 'too_many_rows' } & InSheet & Exceeded)
  | ({ readonly code: 'too_many_columns' } & InSheet & Exceeded)
  | ({ readonly code: 'too_many_cells' } & Exceeded)
  | ({ readonly code: 'too_many_merged_cells' } & Exceeded)
  | { readonly code: 'took_too_long'; readonly limit: number }
  | { readonly code: 'needs_too_much_memory'; readonly limit: number }
  | { readonly code: 'reader_busy' }
  | { readonly code: 'unreadable_workbook'; readonly reason: string };

/** The stable name of a refusal, by which its message is found. */
export type WorkbookRefusalCode = WorkbookRefusal['code'];
