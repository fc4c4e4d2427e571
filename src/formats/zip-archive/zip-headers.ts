const [LOCAL, DESCRIPTOR, DIRECTORY, END] = [0x04034b50, 0x08074b50, 0x02014b50, 0x06054b50] as const;
const [END_64, LOCATOR_64] = [0x06064b50, 0x07064b50] as const;
/** Names in UTF-8; CRC and sizes follow the bytes. */
const FLAGS = 0x0808;
const [VERSION, VERSION_64] = [20, 45] as const;
/** 1980-01-01, the first day a zip can state. */
const NO_DATE = 0x21;
/** From here on a number does not fit into 32 bits and stands in an extra field (APPNOTE 6.3.10, 4.5.3). */
export const TOO_LARGE = 0xffff_ffff;
const TOO_MANY = 0xffff;

/** One part of an archive as its directory lists it. */
export type WrittenPart = {
  readonly name: Buffer;
  readonly crc: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
  /** Whether its sizes were announced as 64 bits wide. */
  readonly isLarge: boolean;
};

function numbers(fields: readonly (readonly [bytes: 2 | 4 | 8, value: number])[]): Buffer {
  const buffer = Buffer.alloc(fields.reduce((sum, [bytes]) => sum + bytes, 0));
  let at = 0;
  for (const [bytes, value] of fields) {
    if (bytes === 2) buffer.writeUInt16LE(value, at);
    else if (bytes === 4) buffer.writeUInt32LE(value, at);
    else buffer.writeBigUInt64LE(BigInt(value), at);
    at += bytes;
  }
  return buffer;
}

/** What stands before the bytes of a part; their CRC is not known yet. */
export function localHeader(name: Buffer, isLarge: boolean): Buffer {
  const size = isLarge ? TOO_LARGE : 0;
  const extra = isLarge
    ? numbers([
        [2, 1],
        [2, 16],
        [8, 0],
        [8, 0],
      ])
    : Buffer.alloc(0);
  const fixed = numbers([
    [4, LOCAL],
    [2, isLarge ? VERSION_64 : VERSION],
    [2, FLAGS],
    [2, 0],
    [2, 0],
    [2, NO_DATE],
    [4, 0],
    [4, size],
    [4, size],
    [2, name.length],
    [2, extra.length],
  ]);
  return Buffer.concat([fixed, name, extra]);
}

/** What stands after the bytes of a part. */
export function dataDescriptor({ crc, size, isLarge }: WrittenPart): Buffer {
  const bytes = isLarge ? 8 : 4;
  return numbers([
    [4, DESCRIPTOR],
    [4, crc],
    [bytes, size],
    [bytes, size],
  ]);
}

function directoryHeader({ name, crc, size, offset, isLarge }: WrittenPart): Buffer {
  const isWide = isLarge || offset >= TOO_LARGE;
  const extra = isWide
    ? numbers([
        [2, 1],
        [2, 24],
        [8, size],
        [8, size],
        [8, offset],
      ])
    : Buffer.alloc(0);
  const fixed = numbers([
    [4, DIRECTORY],
    [2, (3 << 8) | (isWide ? VERSION_64 : VERSION)],
    [2, isWide ? VERSION_64 : VERSION],
    [2, FLAGS],
    [2, 0],
    [2, 0],
    [2, NO_DATE],
    [4, crc],
    [4, isWide ? TOO_LARGE : size],
    [4, isWide ? TOO_LARGE : size],
    [2, name.length],
    [2, extra.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, (0o100_644 << 16) >>> 0],
    [4, isWide ? TOO_LARGE : offset],
  ]);
  return Buffer.concat([fixed, name, extra]);
}

function wideEnd(count: number, size: number, offset: number): Buffer {
  return numbers([
    [4, END_64],
    [8, 44],
    [2, VERSION_64],
    [2, VERSION_64],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, size],
    [8, offset],
    [4, LOCATOR_64],
    [4, 0],
    [8, offset + size],
    [4, 1],
  ]);
}

/** The directory of an archive and its end; `offset` is where the directory begins. */
export function directory(parts: readonly WrittenPart[], offset: number): Buffer {
  const listing = Buffer.concat(parts.map(directoryHeader));
  const isWide = parts.length >= TOO_MANY || offset + listing.length >= TOO_LARGE;
  const count = Math.min(parts.length, TOO_MANY);
  const end = numbers([
    [4, END],
    [2, 0],
    [2, 0],
    [2, count],
    [2, count],
    [4, Math.min(listing.length, TOO_LARGE)],
    [4, Math.min(offset, TOO_LARGE)],
    [2, 0],
  ]);
  return Buffer.concat([listing, ...(isWide ? [wideEnd(parts.length, listing.length, offset)] : []), end]);
}
