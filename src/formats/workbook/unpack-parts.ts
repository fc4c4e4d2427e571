import { crc32, inflateRawSync } from 'node:zlib';
import { ok, refused, type Result } from '../../core/kernel/result.ts';
import type { ListedPart } from './list-parts.ts';
import type { WorkbookLimits } from './workbook-limits.ts';
import type { WorkbookRefusal } from './workbook-refusal.ts';

/** Below this a part cannot hurt, however well it packs. */
const RATIO_FREE_BYTES = 1024 * 1024;

/** The first bound that the declared sizes already break, so that nothing has to be unpacked to refuse. */
function excess(parts: readonly ListedPart[], fileBytes: number, limits: WorkbookLimits): WorkbookRefusal | undefined {
  let total = 0;
  let packed = 0;
  for (const { name, declaredBytes, packedBytes } of parts) {
    total += declaredBytes;
    packed += packedBytes;
    if (declaredBytes > limits.partBytes) {
      return { code: 'part_too_large', part: name, limit: limits.partBytes, found: declaredBytes };
    }
    const ratio = Math.ceil(declaredBytes / Math.max(packedBytes, 1));
    if (declaredBytes > RATIO_FREE_BYTES && ratio > limits.ratio) {
      return { code: 'compressed_too_far', part: name, limit: limits.ratio, found: ratio };
    }
  }
  if (total > limits.totalBytes) return { code: 'unpacks_too_large', limit: limits.totalBytes, found: total };
  return packed > fileBytes ? { code: 'overlapping_parts' } : undefined;
}

/** Inflates up to the declared size and not a byte further: a part that holds more has lied. */
function inflatePart(packed: Buffer, part: ListedPart): Result<Uint8Array, WorkbookRefusal> {
  try {
    const maxOutputLength = Math.max(part.declaredBytes, 1);
    return ok(inflateRawSync(packed, { maxOutputLength, chunkSize: maxOutputLength + 64 }));
  } catch (error) {
    const overflowed = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE';
    return refused({ code: overflowed ? 'declared_size_wrong' : 'damaged_archive', part: part.name });
  }
}

function unpackPart(file: Buffer, part: ListedPart): Result<Uint8Array, WorkbookRefusal> {
  const packed = file.subarray(part.start, part.start + part.packedBytes);
  const unpacked = part.deflated && packed.length > 0 ? inflatePart(packed, part) : ok(packed);
  if (!unpacked.ok) return unpacked;
  if (unpacked.value.length !== part.declaredBytes) return refused({ code: 'declared_size_wrong', part: part.name });
  return crc32(unpacked.value) === part.crc32 ? unpacked : refused({ code: 'damaged_archive', part: part.name });
}

/**
 * Unpacks every part, in order, within the limits. Memory stays below the declared total, which was held to its limit
 * before the first byte was inflated; parts that are not XML are counted and let go.
 */
export function unpackParts(
  file: Buffer,
  listed: readonly ListedPart[],
  limits: WorkbookLimits,
): Result<Map<string, Uint8Array>, WorkbookRefusal> {
  const refusal = excess(listed, file.length, limits);
  if (refusal !== undefined) return refused(refusal);
  const parts = new Map<string, Uint8Array>();
  for (const part of listed) {
    const unpacked = unpackPart(file, part);
    if (!unpacked.ok) return unpacked;
    if (/\.(?:xml|rels|vml)$/i.test(part.name)) parts.set(part.name, unpacked.value);
  }
  return ok(parts);
}
