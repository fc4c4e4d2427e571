import { ok, refused, type Result } from '../../core/kernel/result.ts';
import { bytesFromBase64Url, toBase64Url } from '../jose/base64url.ts';
import { STATUS_LIST_PLACES } from './credential-names.ts';

/** Why what claims to be an encoded status list is none that will be read. */
type StatusBitsRefusal = {
  readonly code: 'list_malformed' | 'list_too_large' | 'list_too_short';
};

/** Bytes of a list when it is unpacked, at most: eight million places. */
const LARGEST = 1_048_576;

/** Where gzip says on which system it ran (RFC 1952, 2.3.1); 255 is "unknown", so that all say the same. */
const SYSTEM_BYTE = 9;
const UNKNOWN_SYSTEM = 255;

/** What comes out of a change of bytes, piece by piece; by hand, because not every browser can walk through a stream. */
async function* through(
  bytes: Uint8Array,
  change: CompressionStream | DecompressionStream,
): AsyncGenerator<Uint8Array> {
  const reader = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(change).getReader();
  try {
    for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Unpacks no further than the limit, whatever the packed bytes claim to hold. */
async function unpack(packed: Uint8Array): Promise<Result<Uint8Array, StatusBitsRefusal>> {
  const parts: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const part of through(packed, new DecompressionStream('gzip'))) {
      length += part.length;
      if (length > LARGEST) return refused({ code: 'list_too_large' });
      parts.push(part);
    }
  } catch {
    return refused({ code: 'list_malformed' });
  }
  return ok(joined(parts));
}

/** A list of the shortest length with ones in these places, packed and encoded (Bitstring Status List 1.0, 3.3). */
export async function encodeStatusBits(places: readonly number[]): Promise<string> {
  const bits = new Uint8Array(STATUS_LIST_PLACES / 8);
  for (const place of places) bits[place >> 3] = (bits[place >> 3] ?? 0) | (0x80 >> (place & 7));
  const parts: Uint8Array[] = [];
  for await (const part of through(bits, new CompressionStream('gzip'))) parts.push(part);
  const packed = joined(parts);
  packed[SYSTEM_BYTE] = UNKNOWN_SYSTEM;
  return `u${toBase64Url(packed)}`;
}

/** The bits of an encoded list, the first place leftmost (Bitstring Status List 1.0, 3.4). */
export async function decodeStatusBits(text: string): Promise<Result<Uint8Array, StatusBitsRefusal>> {
  const packed = text.startsWith('u') && text.length <= LARGEST ? bytesFromBase64Url(text.slice(1)) : undefined;
  if (packed === undefined) return refused({ code: 'list_malformed' });
  const bits = await unpack(packed);
  return bits.ok && bits.value.length * 8 < STATUS_LIST_PLACES ? refused({ code: 'list_too_short' }) : bits;
}

/** Whether the bit of a place is set; undefined for a place outside the list. */
export function isBitSet(bits: Uint8Array, place: number): boolean | undefined {
  const byte = bits[place >> 3];
  return byte === undefined ? undefined : (byte & (0x80 >> (place & 7))) !== 0;
}
