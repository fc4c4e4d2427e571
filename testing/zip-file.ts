import { crc32, deflateRawSync } from 'node:zlib';

/** One entry of a hand-made zip; every field may lie. */
export type ZipEntry = {
  readonly name: string;
  readonly data: Uint8Array | string;
  /** Packs the data; stored otherwise. */
  readonly deflate?: boolean;
  /** What stands in the file instead of the packed data. */
  readonly packed?: Uint8Array;
  readonly method?: number;
  readonly flags?: number;
  readonly declaredSize?: number;
  readonly declaredCrc?: number;
  /** Unix mode, for symbolic links. */
  readonly mode?: number;
  /** Points to an earlier entry's bytes instead of its own. */
  readonly sharedWith?: number;
};

function header(entry: ZipEntry, packed: Uint8Array): Buffer {
  const data = Buffer.from(entry.data);
  const fields = Buffer.alloc(26);
  fields.writeUInt16LE(20, 0);
  fields.writeUInt16LE((entry.flags ?? 0) | 0x800, 2);
  fields.writeUInt16LE(entry.method ?? (entry.deflate === true ? 8 : 0), 4);
  fields.writeUInt32LE(entry.declaredCrc ?? crc32(data), 10);
  fields.writeUInt32LE(packed.length, 14);
  fields.writeUInt32LE(entry.declaredSize ?? data.length, 18);
  fields.writeUInt16LE(Buffer.byteLength(entry.name), 22);
  return fields;
}

/** A zip exactly as described, hostile or not. */
export function zipFile(entries: readonly ZipEntry[]): Buffer {
  const [local, directory, offsets]: [Buffer[], Buffer[], number[]] = [[], [], []];
  let offset = 0;
  for (const entry of entries) {
    const packed = entry.packed ?? (entry.deflate === true ? deflateRawSync(entry.data) : Buffer.from(entry.data));
    const fields = header(entry, packed);
    const name = Buffer.from(entry.name);
    const start = entry.sharedWith === undefined ? offset : (offsets[entry.sharedWith] ?? 0);
    offsets.push(start);
    if (entry.sharedWith === undefined) {
      local.push(Buffer.from([0x50, 0x4b, 3, 4]), fields, name, Buffer.from(packed));
      offset += 30 + name.length + packed.length;
    }
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(((entry.mode ?? 0) << 16) >>> 0, 6);
    rest.writeUInt32LE(start, 10);
    directory.push(Buffer.from([0x50, 0x4b, 1, 2, 20, 3]), fields, rest, name);
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(entries.length, 8);
  end.writeUInt16LE(entries.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, listing, end]);
}
