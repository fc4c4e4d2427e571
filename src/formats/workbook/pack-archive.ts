import { crc32, deflateRawSync } from 'node:zlib';

const [LOCAL_HEADER, DIRECTORY_HEADER, DIRECTORY_END] = [0x04034b50, 0x02014b50, 0x06054b50] as const;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
/** 1980-01-01, the first day a zip can state: the same parts always give the same bytes. */
const NO_DATE = 0x21;

type PackedPart = {
  readonly name: Buffer;
  readonly method: 0 | 8;
  readonly crc: number;
  readonly packed: Uint8Array;
  readonly size: number;
};

/** The fields that local and directory headers share, from "version needed" to the length of the extra field. */
function sharedHeader(part: PackedPart): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(VERSION, 0);
  header.writeUInt16LE(UTF8_NAMES, 2);
  header.writeUInt16LE(part.method, 4);
  header.writeUInt16LE(NO_DATE, 8);
  header.writeUInt32LE(part.crc, 10);
  header.writeUInt32LE(part.packed.length, 14);
  header.writeUInt32LE(part.size, 18);
  header.writeUInt16LE(part.name.length, 22);
  return header;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value, 0);
  return bytes;
}

function assemble(parts: readonly PackedPart[]): Uint8Array {
  const [local, directory]: [Uint8Array[], Uint8Array[]] = [[], []];
  let [offset, directorySize] = [0, 0];
  for (const part of parts) {
    const shared = sharedHeader(part);
    local.push(uint32(LOCAL_HEADER), shared, part.name, part.packed);
    const version = Buffer.from([VERSION, 0]);
    const trailer = Buffer.alloc(14);
    trailer.writeUInt32LE(offset, 10);
    directory.push(uint32(DIRECTORY_HEADER), version, shared, trailer.subarray(0, 14), part.name);
    offset += 30 + part.name.length + part.packed.length;
    directorySize += 46 + part.name.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(DIRECTORY_END, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(directorySize, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...local, ...directory, end]));
}

/** A zip of deflated parts in the given order, byte for byte the same for the same parts. */
export function packArchive(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const packed = Array.from(parts, ([name, bytes]) => ({
    name: Buffer.from(name),
    method: 8 as const,
    crc: crc32(bytes),
    packed: deflateRawSync(bytes, { level: 9 }),
    size: bytes.length,
  }));
  return assemble(packed);
}

/**
 * A zip of stored parts for a reader in the same process: nothing to inflate again, and no checksum, which that reader
 * takes as "not stated".
 */
export function packStored(parts: ReadonlyMap<string, Uint8Array>): Uint8Array {
  const stored = Array.from(parts, ([name, bytes]) => ({
    name: Buffer.from(name),
    method: 0 as const,
    crc: 0,
    packed: bytes,
    size: bytes.length,
  }));
  return assemble(stored);
}
