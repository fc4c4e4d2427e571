import { fromBufferPromise, getFileNameLowLevel, type Entry, type ZipFile } from 'yauzl';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { WorkbookLimits } from './workbook-limits.ts';
import type { WorkbookRefusal } from './workbook-refusal.ts';

/** One entry of the central directory, not yet unpacked. */
export type ListedPart = {
  readonly name: string;
  readonly deflated: boolean;
  /** Where its packed bytes begin in the file. */
  readonly start: number;
  readonly packedBytes: number;
  /** What the directory claims; held to it while unpacking. */
  readonly declaredBytes: number;
  readonly crc32: number;
};

const DEFLATED = 8;
const STORED = 0;
const SYMBOLIC_LINK = 0o120000;
const FILE_TYPE = 0o170000;

/** Part names are plain relative paths (ISO/IEC 29500-2, 6.2.2 (unconfirmed)); nothing else is unpacked anywhere. */
function isSafeName(name: string): boolean {
  if (name === '' || name.length > 255 || /[\p{Cc}\\:]/u.test(name) || name.startsWith('/')) return false;
  return !name.split('/').some((step) => step === '..' || step === '.');
}

function refuseEntry(entry: Entry, name: string): WorkbookRefusal | undefined {
  if (entry.isEncrypted()) return { code: 'encrypted_workbook' };
  if (!isSafeName(name)) return { code: 'unsafe_part_name', part: name.slice(0, 255) };
  if (((entry.externalFileAttributes >>> 16) & FILE_TYPE) === SYMBOLIC_LINK)
    return { code: 'unsafe_part_name', part: name };
  if (entry.compressionMethod !== STORED && entry.compressionMethod !== DEFLATED) {
    return { code: 'unsupported_compression', part: name };
  }
  return undefined;
}

function entryName(entry: Entry): string {
  return getFileNameLowLevel(entry.generalPurposeBitFlag, entry.fileNameRaw, entry.extraFields, true);
}

async function locate(zip: ZipFile, entry: Entry, name: string): Promise<ListedPart> {
  const { fileDataStart } = await zip.readLocalFileHeaderPromise(entry, { minimal: true });
  if (fileDataStart + entry.compressedSize > zip.fileSize) throw new RangeError(name);
  return {
    name,
    deflated: entry.compressionMethod === DEFLATED,
    start: fileDataStart,
    packedBytes: entry.compressedSize,
    declaredBytes: entry.uncompressedSize,
    crc32: entry.crc32,
  };
}

async function readDirectory(zip: ZipFile): Promise<Result<ListedPart[], WorkbookRefusal>> {
  const parts: ListedPart[] = [];
  const seen = new Set<string>();
  for await (const entry of zip.eachEntry()) {
    const name = entryName(entry);
    const refusal = refuseEntry(entry, name);
    if (refusal !== undefined) return refused(refusal);
    const folded = name.toLowerCase();
    if (seen.has(folded)) return refused({ code: 'duplicate_part', part: name });
    seen.add(folded);
    if (!name.endsWith('/')) parts.push(await locate(zip, entry, name));
  }
  return ok(parts);
}

/** The parts a zip claims to hold, refused as soon as the directory itself is unsafe; nothing is unpacked. */
export async function listParts(file: Buffer, limits: WorkbookLimits): Promise<Result<ListedPart[], WorkbookRefusal>> {
  try {
    const zip = await fromBufferPromise(file, { decodeStrings: false, validateEntrySizes: false });
    if (zip.entryCount > limits.parts) {
      return refused({ code: 'too_many_parts', limit: limits.parts, found: zip.entryCount });
    }
    return await readDirectory(zip);
  } catch (error) {
    const strong = error instanceof Error && error.message.includes('strong encryption');
    return refused({ code: strong ? 'encrypted_workbook' : 'damaged_archive' });
  }
}
