/** How much one workbook may ask of the machine that reads it. Every limit is inclusive. */
export type WorkbookLimits = {
  /** Bytes of the file as received. */
  readonly fileBytes: number;
  /** Parts (zip entries) in the file. */
  readonly parts: number;
  /** Bytes one part may unpack to. */
  readonly partBytes: number;
  /** Bytes all parts together may unpack to. */
  readonly totalBytes: number;
  /** How many times its packed size a part may unpack to; parts of up to 1 MiB are exempt, blank formatting packs well. */
  readonly ratio: number;
  /** XML elements in the parts that are read, all together. */
  readonly elements: number;
  /** Sheets, hidden ones included. */
  readonly sheets: number;
  /** The last row that may hold content; rows that are only formatted do not count. */
  readonly rows: number;
  /** The last column that may hold content. */
  readonly columns: number;
  /** Cells of the rectangle from A1 to the last used row and column, times the number of sheets. */
  readonly cells: number;
  /** Cells hidden under merged ranges, in all sheets together. */
  readonly mergedCells: number;
  /** Milliseconds from handing the file to the reading thread until its answer. */
  readonly milliseconds: number;
};

/**
 * The limits for uploaded checklist workbooks. A filled checklist of 16 criteria unpacks to under 1 MB; these leave room
 * for pictures, for 350 criteria and for years of accumulated formatting, and keep the reader below 600 MB.
 */
export const WORKBOOK_LIMITS: WorkbookLimits = {
  fileBytes: 20 * 1024 * 1024,
  parts: 2_000,
  partBytes: 16 * 1024 * 1024,
  totalBytes: 24 * 1024 * 1024,
  ratio: 100,
  elements: 300_000,
  sheets: 100,
  rows: 5_000,
  columns: 200,
  cells: 4_000_000,
  mergedCells: 200_000,
  milliseconds: 10_000,
};
