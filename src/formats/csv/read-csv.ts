import { CsvError, parse } from 'csv-parse/sync';
import { ok, refused, type Result } from '../../core/kernel/result.ts';

/** Most bytes of a file; ten thousand rows of a few short cells take less. */
export const MOST_CSV_BYTES = 1_000_000;

/** Why a file cannot be read as a table. */
type CsvRefusal =
  | { readonly code: 'csv_too_long' }
  /** In none of the encodings spreadsheets write: UTF-8, UTF-16, Shift_JIS as Windows has it. */
  | { readonly code: 'csv_not_text' }
  /** A quotation mark that never ends, or stands in the middle of a cell. */
  | { readonly code: 'csv_malformed'; readonly line: number };

const DELIMITERS = ['\t', ',', ';'] as const;

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text of a file: by its byte order mark, else as UTF-8, else as Japanese spreadsheets save it. */
function textOf(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return decoded(bytes, 'utf-16le');
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return decoded(bytes, 'utf-16be');
  const text = decoded(bytes, 'utf-8') ?? decoded(bytes, 'shift_jis');
  return text?.includes('\0') === true ? undefined : text;
}

/** The sign between the cells: whichever stands most often in the first line. */
function delimiterOf(text: string): string {
  const [first = ''] = text.split(/\r?\n/, 1);
  const counts = DELIMITERS.map((sign) => ({ sign, count: first.split(sign).length }));
  return counts.reduce((most, one) => (one.count > most.count ? one : most)).sign;
}

/**
 * The rows of a table saved by a spreadsheet as text: comma, semicolon or tab between the cells, quoted or not (RFC 4180).
 * Blank lines are left out.
 */
export function readCsv(bytes: Uint8Array): Result<readonly (readonly string[])[], CsvRefusal> {
  if (bytes.byteLength > MOST_CSV_BYTES) return refused({ code: 'csv_too_long' });
  const text = textOf(bytes);
  if (text === undefined) return refused({ code: 'csv_not_text' });
  try {
    const delimiter = delimiterOf(text);
    return ok(
      parse(text, { delimiter, relaxColumnCount: true, skipEmptyLines: true, skipRecordsWithEmptyValues: true }),
    );
  } catch (error) {
    if (error instanceof CsvError) return refused({ code: 'csv_malformed', line: Number(error['lines'] ?? 1) });
    throw error;
  }
}
