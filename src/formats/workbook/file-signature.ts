import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { WorkbookRefusal } from './workbook-refusal.ts';

/** Compound file, the container of .xls and of encrypted .xlsx ([MS-CFB] 2.2). */
const COMPOUND_FILE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
/** The stream every encrypted OOXML package holds ([MS-OFFCRYPTO] 2.3.4.4). */
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');
const ZIP = Buffer.from('PK', 'latin1');

/** Whether the first bytes are those of a zip, and if not, what the sender most likely attached instead. */
export function zipSignature(bytes: Uint8Array): Result<Buffer, WorkbookRefusal> {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (file.length === 0) return refused({ code: 'empty_file' });
  if (file.subarray(0, COMPOUND_FILE.length).equals(COMPOUND_FILE)) {
    return refused({ code: file.includes(ENCRYPTED_PACKAGE) ? 'encrypted_workbook' : 'old_excel_file' });
  }
  return file.subarray(0, ZIP.length).equals(ZIP) ? ok(file) : refused({ code: 'not_a_zip' });
}
