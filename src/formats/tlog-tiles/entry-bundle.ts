import { ok, refused, type Result } from '../../core/kernel/result.ts';

/** Bytes an entry of a log may have at most: its length is written in 16 bits. */
export const LONGEST_ENTRY = 65_535;

const LENGTH_BYTES = 2;

/** A bundle that ends inside an entry, or has another number of entries than asked for. */
type BundleRefusal = { readonly code: 'bundle_malformed' };

/** Entries one after another, each with its length in front (C2SP tlog-tiles, Log entries). Throws on one too long. */
export function writeEntryBundle(entries: readonly Uint8Array[]): Uint8Array {
  const total = entries.reduce((sum, { length }) => sum + LENGTH_BYTES + length, 0);
  const bytes = new Uint8Array(total);
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const entry of entries) {
    if (entry.length > LONGEST_ENTRY) throw new RangeError(`an entry of ${entry.length} bytes fits no bundle`);
    view.setUint16(at, entry.length);
    bytes.set(entry, at + LENGTH_BYTES);
    at += LENGTH_BYTES + entry.length;
  }
  return bytes;
}

/** Reads a bundle of exactly `count` entries. */
export function parseEntryBundle(bytes: Uint8Array, count: number): Result<readonly Uint8Array[], BundleRefusal> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at + LENGTH_BYTES <= bytes.length && entries.length < count) {
    const end = at + LENGTH_BYTES + view.getUint16(at);
    if (end > bytes.length) break;
    entries.push(bytes.subarray(at + LENGTH_BYTES, end));
    at = end;
  }
  return entries.length === count && at === bytes.length ? ok(entries) : refused({ code: 'bundle_malformed' });
}
